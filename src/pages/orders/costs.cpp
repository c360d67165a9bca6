#include "pages/orders/costs.h"

#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/orders/parts.h"
#include "usecases/orders/costs.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::AddCost;
using usecases::orders::CostsView;

forms::Form<AddCost> const& cost_form() {
    static auto const form = forms::form<AddCost>(
        "legal-cost",
        forms::date_field(
            &AddCost::on,
            {.name = "on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date")}),
        forms::text_field(&AddCost::what,
                          {.name = "what", .label = "What was it for?", .hint = "For example, court fee"},
                          {forms::required("Enter what it was for")}),
        forms::text_field(
            &AddCost::amount,
            {.name = "amount", .label = "How much?", .classes = "govuk-input--width-10", .prefix = "£"},
            {forms::required("Enter how much it was")}));
    return form;
}

http::Response costs_page(Visit& visit, CostsView const& view, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const address = action_address(view.header.reference, view.action);
    auto const shapes = cost_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    if (view.costs.empty()) {
        body << html::p("No costs yet.");
    } else {
        govuk::TableWrap wrap;
        wrap.label = "Costs";
        wrap.table.first_cell_is_header = true;
        wrap.table.head = {{.text = "When"}, {.text = "What"}, {.text = "Amount", .format = "numeric"}};
        for (auto const& cost : view.costs)
            wrap.table.rows.push_back(
                {{.text = date_words(cost.on)},
                 {.text = cost.what},
                 {.text = usecases::orders::pounds_words(cost.pence), .format = "numeric"}});
        append(body, wrap);
        body << html::p("Together " + usecases::orders::pounds_words(view.total_pence) + ".");
    }
    if (view.may_change) {
        Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
        fields << govuk::button({.text = "Add cost"});
        body << html::h2("Add a cost") << visit.form(address + "/costs", fields);
    }
    body << html::p(html::a(address, "All of this legal action"));
    return visit.page(cases::section_page({.reference = view.header.reference,
                                           .section = cases::Section::action,
                                           .title = "Costs: " + view.label,
                                           .body = std::move(body),
                                           .has_errors = !problems.empty(),
                                           .narrow = true,
                                           .part = "/orders"},
                                          view.header.counts),
                      problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_costs(Visit& visit) {
    auto const view = usecases::orders::view_costs(visit.context, visit.request.parameter("reference"),
                                                   visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    return costs_page(visit, *view, {}, {});
}

http::Response post_costs(Visit& visit) {
    auto const view = usecases::orders::view_costs(visit.context, visit.request.parameter("reference"),
                                                   visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(cost_form());
    if (!parsed.ok()) return costs_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.action = view->action;
    auto const added = usecases::orders::add_cost(visit.context, parsed.input);
    if (added)
        return visit.done(action_address(view->header.reference, view->action) + "/costs", "Cost saved.");
    if (is_about_the_form(added.error()))
        return costs_page(visit, *view, std::move(parsed.typed), problems_of(added.error()));
    return visit.refused(added.error());
}

}  // namespace doorstep::pages::orders
