#include "pages/orders/order.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/orders/parts.h"
#include "pages/orders/respite_chart.h"
#include "pages/orders/zone_picture.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {
namespace {

using domain::orders::ClauseKind;
using domain::orders::OrderClause;
using domain::orders::OrderForm;
using domain::orders::Scope;
using usecases::orders::OrderView;

Html order_facts(OrderView const& view, Instant now) {
    auto const& order = view.found.order;
    bool const notice = order.form == OrderForm::notice;
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    Html stands;
    append(stands, order_tag(order, now));
    list.rows.push_back({.key = {.text = "Stands"}, .value = {.html = std::move(stands)}});
    if (order.scope) add("Closure", std::string(words_of(*order.scope)));
    add("Against", view.found.respondent_name);
    add("Place", view.found.place);
    add(notice ? "Issued by" : "Court", order.court + (order.senior ? " (may run longer)" : ""));
    add("Term", term_words(order));
    if (auto const stops = order.stops_at(); stops && view.in_force) {
        auto const last = london_date(stops->plus_milliseconds(-1));
        add("Days left", text::count_of(days_between(london_date(now), last), "day", "days"));
    }
    if (view.cap) add("Latest with extensions", date_words(*view.cap));
    if (order.age) add("Age when made", std::to_string(*order.age));
    if (order.without_notice) add("Notice", "Made without notice");
    if (order.end) {
        add("Ended", instant_words(*order.ended_at) + ": " + std::string(words_of(*order.end)));
        if (!order.end_note.empty())
            list.rows.push_back(
                {.key = {.text = "About its end"}, .value = {.html = html::typed_text(order.end_note)}});
    }
    if (!order.note.empty())
        list.rows.push_back(
            {.key = {.text = "It also says"}, .value = {.html = html::typed_text(order.note)}});
    if (view.found.plan) {
        auto const& plan = *view.found.plan;
        add("When it ends", std::string(words_of(plan.after_it)) + ", by " + date_words(plan.by) + ", " +
                                view.found.plan_owner_name);
        list.rows.push_back({.key = {.text = "The plan"}, .value = {.html = html::typed_text(plan.note)}});
    }
    return govuk::summary_list(list);
}

std::string clause_dates(OrderClause const& clause) {
    auto words = "From " + date_words(clause.from_on);
    words += clause.until_on ? " until " + date_words(*clause.until_on) : ", as long as the order";
    return words;
}

Html clause_words(OrderClause const& clause) {
    Html words = html::typed_text(clause.words);
    auto const more = [&](std::string text) { words << html::hint(text); };
    if (!clause.supervisor.empty()) more("Supervised by " + clause.supervisor);
    if (clause.no_contact) more("No contact with those on the protected list");
    if (clause.home_exclusion) more("Keeps them out of their own home");
    if (clause.zone_radius && clause.zone_easting)
        more("Zone: " + text::thousands(*clause.zone_radius) + " metres around its centre");
    else if (!clause.zone.empty())
        more("Zone: an area drawn on the map");
    return words;
}

Html arrest_words(OrderClause const& clause) {
    if (!clause.power_of_arrest) return Html::text("No");
    Html words = govuk::tag({.text = "Power of arrest", .classes = "govuk-tag--red"});
    if (clause.arrest_ground) words << html::hint(words_of(*clause.arrest_ground));
    if (clause.arrest_until) words << html::hint("Until " + date_words(*clause.arrest_until));
    return words;
}

void append_clauses(Html& body, OrderView const& view) {
    auto const address = order_address(view.header.reference, view.found.order.id);
    body << html::h2("Clauses");
    if (view.clauses.empty()) {
        body << html::p("No clause yet. Write each prohibition and requirement as its own clause.");
    } else {
        govuk::TableWrap wrap;
        wrap.label = "Clauses of this order";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {
            {.text = "No"}, {.text = "They"}, {.text = "What"}, {.text = "When"}, {.text = "Arrest"}};
        for (auto const& clause : view.clauses) {
            Html what = clause_words(clause);
            if (clause.struck)
                what << html::hint("Taken out by a variation");
            else if (view.may_change)
                what << html::p(html::a(address + "/clauses/" + std::string(clause.id.text()) + "/strike",
                                        "Take out clause " + std::to_string(clause.position)));
            wrap.table.rows.push_back({{.html = html::a(address + "/clauses/" + std::string(clause.id.text()),
                                                        std::to_string(clause.position))},
                                       {.text = std::string(words_of(clause.kind))},
                                       {.html = std::move(what)},
                                       {.text = clause_dates(clause)},
                                       {.html = arrest_words(clause)}});
        }
        append(body, wrap);
    }
    if (view.may_change) body << html::p(html::a(address + "/clauses/new", "Add a clause"));
    body << html::p(html::a(address + "/protected", "People they may not contact (" +
                                                        std::to_string(view.found.protected_people) + ")"));
}

void append_list(Html& body, OrderView const& view) {
    auto const& order = view.found.order;
    auto const address = order_address(view.header.reference, order.id);
    body << html::h2("Who may enter");
    if (view.list.empty())
        body << html::p(order.scope == Scope::full ? "Nobody, the tenant included."
                                                   : "Nobody is on the list.");
    else {
        std::vector<Html> items;
        for (std::size_t n = 0; n < view.list.size(); ++n) {
            Html item = Html::text(view.list_words[n]);
            if (view.may_change)
                item << " " << html::a(address + "/entry/" + view.list[n].id + "/remove", "Take off")
                     << html::hidden(" " + view.list_words[n]);
            if (!view.list[n].reason.empty()) item << html::hint(view.list[n].reason);
            items.push_back(std::move(item));
        }
        body << html::list(items);
    }
    if (view.may_change) body << html::p(html::a(address + "/entry/new", "Let somebody else in"));
}

void append_history(Html& body, OrderView const& view) {
    auto const address = order_address(view.header.reference, view.found.order.id);
    if (!view.extensions.empty()) {
        govuk::TableWrap wrap;
        wrap.table.caption = "Extensions";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {{.text = "Made"}, {.text = "Court"}, {.text = "From"}, {.text = "To"}};
        for (auto const& extension : view.extensions)
            wrap.table.rows.push_back({{.text = date_words(extension.made_on)},
                                       {.text = extension.court},
                                       {.text = date_words(extension.until_before)},
                                       {.text = date_words(extension.until_on)}});
        append(body, wrap);
    }
    if (!view.breaches.empty()) {
        govuk::TableWrap wrap;
        wrap.table.caption = "Breaches";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {{.text = "When"}, {.text = "What"}, {.text = "Result"}};
        for (auto const& breach : view.breaches)
            wrap.table.rows.push_back(
                {{.html = html::a(address + "/breaches/" + std::string(breach.id.text()),
                                  instant_words(breach.happened_at))},
                 {.text = text::shorten(breach.what, 120)},
                 {.text = breach.outcome ? std::string(words_of(*breach.outcome)) : "Not known yet"}});
        append(body, wrap);
    }
    if (!view.rules.empty()) {
        govuk::TableWrap wrap;
        wrap.table.caption = "The law it rests on";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {
            {.text = "Source"}, {.text = "Says"}, {.text = "In force from"}, {.text = "Checked"}};
        std::vector<std::string> shown;
        for (auto const& rule : view.rules) {
            if (std::find(shown.begin(), shown.end(), rule.rule) != shown.end()) continue;
            shown.push_back(rule.rule);
            bool const read = rule.evidence.find('V') != std::string::npos;
            wrap.table.rows.push_back(
                {{.text = rule.source},
                 {.text = rule.says},
                 {.text = rule.in_force_from ? date_words(*rule.in_force_from) : "Not known"},
                 {.text = read ? "Confirmed" : "Not confirmed: check before relying on it"}});
        }
        append(body, wrap);
    }
}

Html order_ways_on(OrderView const& view) {
    auto const& order = view.found.order;
    auto const address = order_address(view.header.reference, order.id);
    std::vector<Html> links;
    if (!order.end && order.form != OrderForm::notice) {
        links.push_back(html::a(address + "/expiry-plan", view.found.plan ? "Change the plan for its end"
                                                                          : "Plan what happens at its end"));
        if (order.until_on) links.push_back(html::a(address + "/extension", "Record an extension"));
    }
    links.push_back(html::a(address + "/breaches/new", "Record a breach"));
    if (!order.end) links.push_back(html::a(address + "/end", "Record its end"));
    return html::list(links);
}

}  // namespace

http::Response show_order(Visit& visit) {
    auto const view = usecases::orders::view_order(visit.context, visit.request.parameter("reference"),
                                                   visit.request.parameter("order"));
    if (!view) return visit.refused(view.error());
    auto const& order = view->found.order;
    auto const id = std::string(order.id.text());
    Html body;
    if (order.form != OrderForm::notice && !view->found.plan && !order.end)
        body << govuk::warning_text({.text = "Nobody has planned what happens when it ends"});
    body << order_facts(*view, visit.context.now);
    std::vector<Html> links;
    if (view->kind->full_or_partial)
        links.push_back(html::a("/orders/" + id + "/entry-check", "May this person enter?"));
    links.push_back(html::a("/orders/" + id + "/brief", "This order in brief"));
    body << html::list(links);
    if (view->kind->full_or_partial) append_list(body, *view);
    if (view->kind->has_clauses) append_clauses(body, *view);
    append_history(body, *view);
    body << respite_chart(*view);
    if (view->may_change) body << html::h2("Record") << order_ways_on(*view);
    body << html::p(
        html::a(action_address(view->header.reference, order.action), "All of this legal action"));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::action,
                                           .title = view->words,
                                           .body = std::move(body),
                                           .narrow = true,
                                           .part = "/orders"},
                                          view->header.counts));
}

http::Response show_clause(Visit& visit) {
    auto const view =
        usecases::orders::view_clause(visit.context, visit.request.parameter("reference"),
                                      visit.request.parameter("order"), visit.request.parameter("clause"));
    if (!view) return visit.refused(view.error());
    auto const address = order_address(view->header.reference, view->order);
    auto const& clause = view->clause;
    Html body = html::p(html::strong(words_of(clause.kind)));
    body << clause_words(clause) << html::p(clause_dates(clause));
    if (!view->conduct.empty()) body << html::p("About: " + view->conduct);
    if (clause.power_of_arrest) body << arrest_words(clause);
    if (!clause.zone.empty()) {
        body << zone_picture(*view);
    }
    if (view->may_change && !clause.struck)
        body << html::p(html::a(address + "/clauses/" + std::string(clause.id.text()) + "/strike",
                                "Take out this clause"));
    body << html::p(html::a(address, view->words));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::action,
                                           .title = "Clause " + std::to_string(clause.position),
                                           .body = std::move(body),
                                           .narrow = true,
                                           .part = "/orders"},
                                          view->header.counts));
}

}  // namespace doorstep::pages::orders
