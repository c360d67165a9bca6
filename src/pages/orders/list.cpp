#include "pages/orders/list.h"

#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/orders/parts.h"
#include "pages/paging.h"
#include "usecases/orders/start_action.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::KindsView;
using usecases::orders::OrdersView;
using usecases::orders::StartAction;
using usecases::orders::StartView;

govuk::TableWrap deadline_table(OrdersView const& view, Date today) {
    govuk::TableWrap wrap;
    wrap.table.caption = "Days that run";
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = {{.text = "What"}, {.text = "By"}, {.text = "Why"}};
    for (auto const& deadline : view.deadlines) {
        bool const late = deadline.due_on < today && !deadline.is_window();
        Html by = Html::text(deadline_words(deadline, today));
        if (late) by << " " << govuk::tag({.text = "Overdue", .classes = "govuk-tag--red"});
        if (deadline.target_on && *deadline.target_on < deadline.due_on && !deadline.is_window())
            by << html::hint("Aim for " + date_words(*deadline.target_on));
        wrap.table.rows.push_back(
            {{.html = html::a(action_address(view.header.reference, deadline.action), deadline.words),
              .attributes = {{"id", "deadline-" + deadline.id}}},
             {.html = std::move(by)},
             {.text = deadline.source}});
    }
    return wrap;
}

Html action_card(OrdersView const& view, OrdersView::Line const& line) {
    auto const address = action_address(view.header.reference, line.listed.id);
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    list.card.title.text = line.kind->label;
    list.card.title.heading_level = 3;
    list.card.actions.items.push_back({.href = address, .text = "Open"});
    add("Against", line.listed.respondent_name);
    add("Place", line.listed.place);
    add("Started", date_words(line.listed.started_on));
    if (line.listed.order) {
        Html words = html::a(order_address(view.header.reference, *line.listed.order), line.order_words);
        list.rows.push_back({.key = {.text = "Made"}, .value = {.html = std::move(words)}});
        add("Stands", line.order_state);
    }
    if (line.listed.outcome) add("Ended", std::string(words_of(*line.listed.outcome)));
    return govuk::summary_list(list);
}

/// Who can, where we cannot: the landlord's way on.
Html power_words(usecases::orders::PowerAnswer const& ours) {
    Html words = html::hint(ours.reason);
    if (!ours.instead.empty()) words << html::hint("Who can: " + ours.instead);
    if (!ours.source.empty()) words << html::hint(ours.source);
    return words;
}

forms::Form<StartAction> start_form(StartView const& view) {
    auto form = forms::form<StartAction>(
        "start-legal-action",
        forms::select_field(&StartAction::body,
                            {.name = "body",
                             .label = view.kind->owned_by_others ? "Who made it?" : "Who applies?",
                             .hint = "The law says who may. Others apply at our request"},
                            {forms::required("Select who applies")}),
        forms::text_field(&StartAction::applicant_name, {.name = "applicant-name",
                                                         .label = "Their name, where it is not us",
                                                         .hint = "For example, Northgate Borough Council",
                                                         .optional = true}),
        forms::date_field(&StartAction::requested_on, {.name = "requested-on",
                                                       .label = "When did we ask them?",
                                                       .hint = "Leave empty where we apply ourselves",
                                                       .optional = true}),
        forms::select_field(&StartAction::respondent, {.name = "respondent", .label = "Against whom?"}),
        forms::text_field(&StartAction::place,
                          {.name = "place", .label = "Which place is it about?", .optional = true}),
        forms::textarea_field(&StartAction::why,
                              {.name = "why",
                               .label = "Why is it needed?",
                               .hint = "Complaints to us and crime reported to the police, with references",
                               .rows = 6,
                               .character_limit = 3000},
                              {forms::required("Enter why this action is needed")}),
        forms::textarea_field(&StartAction::impact,
                              {.name = "impact",
                               .label = "What do residents say it does to them, and what do they want?",
                               .rows = 4,
                               .character_limit = 3000,
                               .optional = true}));
    return form;
}

Expected<RecordForm<StartAction>> start_record(Visit& visit) {
    auto view = usecases::orders::view_start(visit.context, visit.request.parameter("reference"),
                                             visit.request.query.value("kind"));
    if (!view) return refuse(view.error());
    auto const& reference = view->header.reference;
    forms::Choices choices;
    for (auto const& body : view->bodies) choices["body"].push_back({.value = body.code, .text = body.words});
    choices["respondent"] = choices_of_pairs(view->people, "Nobody in particular");
    Html before = html::p(view->kind->about + ".");
    before << html::hint(view->kind->source);
    if (!view->ours.may) {
        Html inset = html::p(html::strong("This is not ours to use"));
        inset << power_words(view->ours);
        before << govuk::inset_text({.html = std::move(inset)});
    }
    RecordForm<StartAction> record;
    record.form = start_form(*view);
    record.page = {.reference = reference,
                   .title = view->kind->label,
                   .action = orders_address(reference) + "/new?kind=" + view->kind->code,
                   .save_words = "Start",
                   .cancel_href = orders_address(reference),
                   .before = std::move(before),
                   .hidden = {},
                   .choices = std::move(choices)};
    record.done_words = view->kind->label + " started.";
    return record;
}

}  // namespace

http::Response show_orders(Visit& visit) {
    auto const view = usecases::orders::view_orders(visit.context, visit.request.parameter("reference"),
                                                    page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = orders_address(view->header.reference);
    Html body;
    if (view->lines.empty()) {
        body << govuk::empty_state(
            {.title = "No legal action yet",
             .text = "Closures, injunctions, possession and orders that others made are kept here, each with "
                     "its steps, its days and who may do it.",
             .action_text = view->may_work_order ? "Start legal action" : "",
             .action_href = view->may_work_order ? address + "/new" : ""});
    } else {
        if (view->may_work_order)
            body << govuk::button({.text = "Start legal action", .href = address + "/new"});
        if (!view->deadlines.empty()) append(body, deadline_table(*view, visit.context.today));
        Paging const paging{.path = address,
                            .query = {},
                            .page = view->page,
                            .pages = view->pages,
                            .per_page = usecases::orders::actions_a_page,
                            .total = view->total};
        body << html::p(html::a(cases::case_address(view->header.reference) + "/bundle", "Bundle for court"))
             << html::p(html::a("/orders", "Orders of the quarter, by block"));
        body << html::h2("Legal action");
        if (auto const showing = showing_words(paging); !showing.empty()) body << html::p(showing);
        for (auto const& line : view->lines) body << action_card(*view, line);
        body << page_links(paging);
    }
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::action,
                                           .title = "Orders",
                                           .body = std::move(body),
                                           .part = "/orders"},
                                          view->header.counts));
}

http::Response show_start(Visit& visit) {
    if (!visit.request.query.value("kind").empty()) {
        auto record = start_record(visit);
        if (!record) return visit.refused(record.error());
        return show_record_form(visit, std::move(*record));
    }
    auto const view = usecases::orders::view_kinds(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const address = orders_address(view->header.reference);
    Html body;
    auto const list_kinds = [&](char const* heading, auto const& wanted) {
        std::vector<Html> items;
        for (auto const& choice : view->choices) {
            if (!wanted(choice)) continue;
            Html item = html::a(address + "/new?kind=" + choice.kind->code, choice.kind->label);
            item << html::hint(choice.kind->about);
            if (!choice.ours.may) item << power_words(choice.ours);
            items.push_back(std::move(item));
        }
        if (!items.empty()) body << html::h2(heading) << html::list(items);
    };
    list_kinds("Ours to use", [](auto const& c) { return c.ours.may && !c.kind->owned_by_others; });
    list_kinds("Others use it, at our request",
               [](auto const& c) { return !c.ours.may && !c.kind->owned_by_others; });
    list_kinds("Made by others: keep it in view", [](auto const& c) { return c.kind->owned_by_others; });
    return visit.page(cases::form_page({.reference = view->header.reference,
                                        .section = cases::Section::action,
                                        .title = "Which legal action?",
                                        .body = std::move(body)}));
}

http::Response post_start(Visit& visit) {
    if (visit.request.query.value("kind").empty()) return show_start(visit);
    auto record = start_record(visit);
    if (!record) return visit.refused(record.error());
    auto const reference = record->page.reference;
    auto parsed = visit.parse(record->form, record->page.choices);
    if (!parsed.ok())
        return show_record_form(visit, std::move(*record), std::move(parsed.typed), parsed.problems);
    parsed.input.reference = reference;
    parsed.input.kind = std::string(visit.request.query.value("kind"));
    auto const started = usecases::orders::start_action(visit.context, parsed.input);
    if (started) return visit.done(action_address(reference, *started), record->done_words);
    if (is_about_the_form(started.error()))
        return show_record_form(visit, std::move(*record), std::move(parsed.typed),
                                problems_of(started.error()));
    return visit.refused(started.error());
}

}  // namespace doorstep::pages::orders
