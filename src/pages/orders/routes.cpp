#include "pages/orders/routes.h"

#include "pages/letters/write.h"
#include "pages/orders/action.h"
#include "pages/orders/bundle.h"
#include "pages/orders/calendar.h"
#include "pages/orders/costs.h"
#include "pages/orders/entry.h"
#include "pages/orders/findings.h"
#include "pages/orders/list.h"
#include "pages/orders/order.h"
#include "pages/orders/together.h"

namespace doorstep::pages::orders {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const see = Access::to(Action::see_protected_details);
    auto const work = Access::to(Action::work_order);
    auto const brief = Access::to(Action::see_order);
    auto const page = [&](std::string pattern, Handler show) {
        routes.push_back({Method::get, std::move(pattern), see, std::move(show)});
    };
    auto const form = [&](std::string const& pattern, Handler show, Handler post) {
        routes.push_back({Method::get, pattern, work, std::move(show)});
        routes.push_back({Method::post, pattern, work, std::move(post), Body::form});
    };
    std::string const list = "/cases/{reference}/orders";
    std::string const action = list + "/{action}";
    std::string const order = "/cases/{reference}/made/{order}";
    page(list, show_orders);
    std::string const findings = "/cases/{reference}/findings";
    page(findings, show_findings);
    form(findings + "/new", show_new_finding, post_new_finding);
    form(findings + "/{subject}/appeal", show_appeal, post_appeal);
    form(findings + "/{subject}/appeal-end", show_appeal_end, post_appeal_end);
    page("/cases/{reference}/bundle", show_bundle);
    routes.push_back({Method::post, "/cases/{reference}/bundle", see, post_bundle, Body::form});
    page("/orders", show_orders_together);
    page("/orders/data.csv", download_orders_together);
    form(list + "/new", show_start, post_start);
    page(action, show_action);
    form(action + "/steps/{step}", show_step, post_step);
    form(action + "/decision", show_decision, post_decision);
    form(action + "/end", show_action_end, post_action_end);
    form(action + "/hearings/new", show_new_hearing, post_new_hearing);
    page(action + "/hearings/{hearing}", show_hearing);
    routes.push_back({Method::post, action + "/hearings/{hearing}", work, post_hearing, Body::form});
    form(action + "/service", show_service, post_service);
    form(action + "/statement", show_statement, post_statement);
    form(action + "/paper", letters::show_write_paper, letters::post_write_paper);
    page(action + "/costs", show_costs);
    routes.push_back({Method::post, action + "/costs", work, post_costs, Body::form});
    form(action + "/order", show_new_order, post_new_order);
    page(order, show_order);
    form(order + "/clauses/new", show_new_clause, post_new_clause);
    page(order + "/clauses/{clause}", show_clause);
    form(order + "/clauses/{clause}/strike", show_strike_clause, post_strike_clause);
    form(order + "/entry/new", show_new_permission, post_new_permission);
    form(order + "/entry/{row}/remove", show_remove_permission, post_remove_permission);
    form(order + "/protected", show_protected, post_protected);
    form(order + "/protected/{row}/remove", show_remove_protected, post_remove_protected);
    form(order + "/extension", show_extension, post_extension);
    form(order + "/expiry-plan", show_expiry_plan, post_expiry_plan);
    form(order + "/end", show_order_end, post_order_end);
    form(order + "/breaches/new", show_new_breach, post_new_breach);
    page(order + "/breaches/{breach}", show_breach);
    routes.push_back({Method::post, order + "/breaches/{breach}", work, post_breach, Body::form});
    auto const in_brief = [&](std::string const& path, Handler show, Handler post) {
        routes.push_back({Method::get, "/orders/{order}" + path, brief, std::move(show)});
        routes.push_back({Method::post, "/orders/{order}" + path, brief, std::move(post), Body::form});
    };
    in_brief("/entry-check", show_entry_check, post_entry_check);
    in_brief("/brief", show_brief, post_brief);
    auto const own = Access::to(Action::see_my_work);
    routes.push_back({Method::get, "/your-account/calendar", own, show_calendar_link});
    routes.push_back({Method::post, "/your-account/calendar", own, post_calendar_link, Body::form});
    routes.push_back({Method::get, "/s/calendar/{token}", Access::everyone(), show_calendar});
}

}  // namespace doorstep::pages::orders
