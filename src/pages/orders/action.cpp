#include "pages/orders/action.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "pages/orders/findings.h"
#include "pages/orders/parts.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {
namespace {

using domain::orders::MetBy;
using domain::orders::OrderForm;
using domain::orders::StepStanding;
using domain::orders::StepState;
using usecases::orders::ActionView;

/// Where a step is done: its own form, or the record that meets it.
std::string step_href(ActionView const& view, domain::orders::StepKind const& step) {
    auto const address = action_address(view.header.reference, view.named.action.id);
    switch (step.met_by) {
        case MetBy::hand:
            return address + "/steps/" + step.code;
        case MetBy::decision:
            return address + "/decision";
        case MetBy::notice:
            return address + "/order?form=notice";
        case MetBy::service:
        case MetBy::order_service:
            return address + "/service";
        case MetBy::hearing:
            return address + "/hearings/new";
        case MetBy::result:
            for (auto const& hearing : view.hearings)
                if (!hearing.result) return address + "/hearings/" + std::string(hearing.id.text());
            return {};
        case MetBy::order:
            return address + "/order?form=final";
        case MetBy::expiry_plan:
            for (auto const& [order, planned] : view.orders)
                if (order.form != OrderForm::notice && !planned)
                    return order_address(view.header.reference, order.id) + "/expiry-plan";
            return {};
        case MetBy::end:
            return address + "/end";
    }
    return {};
}

govuk::TaskListStatus status_of(StepStanding const& step) {
    switch (step.state) {
        case StepState::done:
            return {.text = step.done_on ? "Done " + date_words(*step.done_on) : "Done"};
        case StepState::left_out:
            return {.tag = {.text = "Left out", .classes = "govuk-tag--orange"}};
        case StepState::waits:
            return {.text = "Cannot start yet"};
        case StepState::open:
            break;
    }
    return {.tag = {.text = step.kind->gate ? "Needed before court" : "To do",
                    .classes = step.kind->gate ? "govuk-tag--red" : "govuk-tag--blue"}};
}

Html step_list(ActionView const& view) {
    govuk::TaskList list;
    for (auto const& step : view.steps) {
        govuk::TaskListItem item{.title = {.text = step.kind->label}, .status = status_of(step)};
        if (step.state == StepState::waits)
            item.hint.text = "After: " + text::join(step.waits_for, "; ");
        else
            item.hint.text = step.kind->hint;
        bool const by_hand = step.kind->met_by == MetBy::hand;
        bool const opens = step.state == StepState::open || (by_hand && step.state != StepState::waits);
        if (view.may_change && opens) item.href = step_href(view, *step.kind);
        list.items.push_back(std::move(item));
    }
    return govuk::task_list(list);
}

Html action_facts(ActionView const& view) {
    auto const& action = view.named.action;
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    auto const add_typed = [&](char const* key, std::string const& value) {
        if (!value.empty())
            list.rows.push_back({.key = {.text = key}, .value = {.html = html::typed_text(value)}});
    };
    add("Against", view.named.respondent_name);
    add_typed("Place", action.place);
    add(view.kind->owned_by_others ? "Made by" : "Applicant",
        action.applicant_name.empty() ? view.body_words
                                      : action.applicant_name + " (" + view.body_words + ")");
    if (action.requested_on) add("We asked them", date_words(*action.requested_on));
    if (action.decided_at) add("Decided to go ahead", instant_words(*action.decided_at));
    add_typed("Why", action.why);
    add_typed("What residents say", action.impact);
    add("Started", date_words(action.started_on) +
                       (view.named.started_by_name.empty() ? "" : " by " + view.named.started_by_name));
    if (action.outcome) {
        add("Ended", date_words(*action.ended_on) + ": " + std::string(words_of(*action.outcome)));
        add_typed("About its end", action.end_note);
    }
    add("By what right", view.kind->source);
    return govuk::summary_list(list);
}

govuk::TableWrap table_called(char const* caption, std::vector<govuk::TableCell> head) {
    govuk::TableWrap wrap;
    wrap.table.caption = caption;
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = std::move(head);
    return wrap;
}

void append_records(Html& body, ActionView const& view, Instant now, Date today) {
    auto const& reference = view.header.reference;
    auto const address = action_address(reference, view.named.action.id);
    if (!view.orders.empty()) {
        auto wrap =
            table_called("Notices and orders", {{.text = "What"}, {.text = "Term"}, {.text = "Stands"}});
        for (auto const& [order, planned] : view.orders) {
            auto words = usecases::orders::order_words(*view.kind, order.form);
            if (order.scope) words += *order.scope == domain::orders::Scope::full ? ", full" : ", partial";
            wrap.table.rows.push_back({{.html = html::a(order_address(reference, order.id), words)},
                                       {.text = term_words(order)},
                                       {.html = govuk::tag(order_tag(order, now))}});
        }
        append(body, wrap);
    }
    if (!view.deadlines.empty()) {
        auto wrap = table_called("Days that run", {{.text = "What"}, {.text = "By"}, {.text = "Why"}});
        for (auto const& deadline : view.deadlines)
            wrap.table.rows.push_back({{.text = deadline.words},
                                       {.text = deadline_words(deadline, today)},
                                       {.text = deadline.source}});
        append(body, wrap);
    }
    if (!view.hearings.empty()) {
        auto wrap = table_called("Hearings", {{.text = "When"}, {.text = "Court"}, {.text = "Result"}});
        for (auto const& hearing : view.hearings)
            wrap.table.rows.push_back(
                {{.html = html::a(address + "/hearings/" + std::string(hearing.id.text()),
                                  instant_words(hearing.listed_at))},
                 {.text = hearing.court},
                 {.text = hearing.result ? std::string(words_of(*hearing.result)) : "Not yet"}});
        append(body, wrap);
    }
    if (!view.services.empty()) {
        auto wrap = table_called("Served", {{.text = "When"}, {.text = "What, on whom"}, {.text = "How"}});
        for (auto const& service : view.services)
            wrap.table.rows.push_back(
                {{.text = instant_words(service.served_at)},
                 {.text = std::string(words_of(service.what)) + ", on " + service.on_whom},
                 {.text = std::string(words_of(service.how)) +
                          (service.proof.empty() ? "" : ". " + service.proof)}});
        append(body, wrap);
    }
}

Html ways_on(ActionView const& view) {
    auto const address = action_address(view.header.reference, view.named.action.id);
    std::vector<Html> links;
    links.push_back(html::a(address + "/hearings/new", "List a hearing"));
    for (auto const form : view.kind->forms)
        links.push_back(
            html::a(address + "/order?form=" + std::string(name_of(form)),
                    "Record: " + text::lower_ascii(usecases::orders::order_words(*view.kind, form))));
    links.push_back(html::a(address + "/service", "Record service"));
    links.push_back(html::a(address + "/paper", "Write a letter or notice of this action"));
    if (!view.kind->owned_by_others)
        links.push_back(html::a(address + "/statement", "Draft of a witness statement"));
    links.push_back(html::a(address + "/costs", "Costs"));
    links.push_back(html::a(address + "/end", "End this legal action"));
    return html::list(links);
}

}  // namespace

http::Response show_action(Visit& visit) {
    auto const view = usecases::orders::view_action(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    Html body = action_facts(*view);
    if (view->kind->code == "possession")
        body << condition_list(view->conditions, visit.context.today, "")
             << html::p(html::a("/cases/" + view->header.reference + "/findings",
                                "What courts found, appeals, and the rules for the notice"));
    if (!view->steps.empty()) body << html::h2("Steps") << step_list(*view);
    append_records(body, *view, visit.context.now, visit.context.today);
    if (view->may_change) body << html::h2("Record") << ways_on(*view);
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::action,
                                           .title = view->kind->label,
                                           .body = std::move(body),
                                           .narrow = true,
                                           .part = "/orders"},
                                          view->header.counts));
}

}  // namespace doorstep::pages::orders
