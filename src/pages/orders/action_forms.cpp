#include "base/text.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/orders/action.h"
#include "pages/orders/parts.h"
#include "usecases/orders/hearings.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/record_order.h"
#include "usecases/orders/start_action.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {
namespace {

using domain::orders::OrderForm;
using usecases::orders::ActionView;
using usecases::orders::DecideAction;
using usecases::orders::EndAction;
using usecases::orders::ListHearing;
using usecases::orders::RecordHearing;
using usecases::orders::RecordOrder;
using usecases::orders::RecordService;
using usecases::orders::RecordStep;

Expected<ActionView> action_to_change(Visit& visit) {
    auto view = usecases::orders::view_action(visit.context, visit.request.parameter("reference"),
                                              visit.request.parameter("action"));
    if (!view) return view;
    if (view->header.is_closed()) return refuse(usecases::cases::case_is_closed());
    if (view->named.action.is_over())
        return refuse(RefusalKind::conflict, "action-over", "This legal action has ended");
    return view;
}

template <class Input>
RecordForm<Input> record_for(ActionView const& view, std::string title, std::string path, std::string saved) {
    auto const address = action_address(view.header.reference, view.named.action.id);
    RecordForm<Input> record;
    record.page = {.reference = view.header.reference,
                   .title = std::move(title),
                   .action = address + path,
                   .cancel_href = address,
                   .before = {},
                   .hidden = {},
                   .choices = {}};
    record.done_at = address;
    record.done_words = std::move(saved);
    return record;
}

// --- Steps

Expected<RecordForm<RecordStep>> step_record(Visit& visit, http::Pairs* filled) {
    auto view = action_to_change(visit);
    if (!view) return refuse(view.error());
    auto const* step = view->kind->step(visit.request.parameter("step"));
    if (!step || step->met_by != domain::orders::MetBy::hand)
        return refuse(RefusalKind::not_found, "step-not-found", "There is no such step of this action");
    auto record =
        record_for<RecordStep>(*view, step->label, "/steps/" + step->code, step->label + ": saved.");
    auto& fields = record.form;
    fields.name = "legal-step";
    auto const add = [&](forms::Field<RecordStep> field) { fields.fields.push_back(std::move(field)); };
    add(forms::date_field(
        &RecordStep::done_on,
        {.name = "done-on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
        {forms::required("Enter the date")}));
    if (!step->asks_who.empty())
        add(forms::textarea_field(
            &RecordStep::with_whom,
            {.name = "with-whom", .label = step->asks_who.c_str(), .rows = 3, .character_limit = 3000}));
    if (!step->asks_what.empty())
        add(forms::textarea_field(
            &RecordStep::what,
            {.name = "what", .label = step->asks_what.c_str(), .rows = 5, .character_limit = 3000}));
    if (step->asks_answer)
        add(forms::date_field(&RecordStep::answered_on, {.name = "answered-on",
                                                         .label = "When did they acknowledge it?",
                                                         .hint = "Leave empty until they do",
                                                         .optional = true}));
    if (step->gate && view->may_pass_gate) {
        add(forms::tick_field(&RecordStep::left_out,
                              {.name = "left-out", .label = "This check is left out, for the reason below"}));
        add(forms::textarea_field(&RecordStep::reason, {.name = "reason",
                                                        .label = "Why is it left out?",
                                                        .rows = 3,
                                                        .character_limit = 3000,
                                                        .optional = true}));
    }
    if (!step->hint.empty()) record.page.before = html::p(step->hint);
    if (step->gate)
        record.page.before << govuk::inset_text(
            {.text = "This is needed before court. Only a manager can leave it out, with a reason."});
    if (auto const* done = view->record_of(step->code); done && filled) {
        RecordStep stored;
        stored.done_on = done->done_on;
        stored.left_out = done->left_out;
        stored.with_whom = done->with_whom;
        stored.what = done->what;
        stored.answered_on = done->answered_on;
        stored.reason = done->reason;
        *filled = forms::fill(record.form, stored);
    }
    record.save = [&visit, reference = view->header.reference, id = view->named.action.id,
                   code = step->code](RecordStep& input) {
        input.reference = reference;
        input.id = id;
        input.code = code;
        return usecases::orders::record_step(visit.context, input);
    };
    return record;
}

// --- Decision and end

Expected<RecordForm<DecideAction>> decision_record(Visit& visit) {
    auto view = action_to_change(visit);
    if (!view) return refuse(view.error());
    auto record = record_for<DecideAction>(*view, "Decide to go ahead", "/decision", "Decision saved.");
    record.form = forms::form<DecideAction>(
        "legal-decision",
        forms::date_field(&DecideAction::decided_on,
                          {.name = "decided-on",
                           .label = "When was it decided?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {forms::required("Enter the date")}),
        forms::time_field(&DecideAction::decided_time,
                          {.name = "decided-time", .label = "At what time?", .hint = "For example, 9:30am"},
                          {forms::required("Enter the time")}));
    record.save = [&visit, reference = view->header.reference,
                   id = view->named.action.id](DecideAction& input) {
        input.reference = reference;
        input.id = id;
        return usecases::orders::decide_action(visit.context, input);
    };
    return record;
}

Expected<RecordForm<EndAction>> end_record(Visit& visit) {
    auto view = action_to_change(visit);
    if (!view) return refuse(view.error());
    auto record = record_for<EndAction>(*view, "End this legal action", "/end", "Legal action ended.");
    record.form = forms::form<EndAction>(
        "legal-action-end",
        forms::radios_field(&EndAction::outcome, {.name = "outcome", .label = "What came of it?"},
                            {forms::required("Select what came of it")}),
        forms::textarea_field(
            &EndAction::note,
            {.name = "note", .label = "How did it end?", .rows = 4, .character_limit = 3000},
            {forms::required("Enter how it ended")}));
    record.page.save_words = "End it";
    record.save = [&visit, reference = view->header.reference, id = view->named.action.id](EndAction& input) {
        input.reference = reference;
        input.id = id;
        return usecases::orders::end_action(visit.context, input);
    };
    return record;
}

// --- Hearings

Expected<RecordForm<ListHearing>> hearing_record(Visit& visit) {
    auto view = action_to_change(visit);
    if (!view) return refuse(view.error());
    auto record = record_for<ListHearing>(*view, "List a hearing", "/hearings/new", "Hearing saved.");
    record.form = forms::form<ListHearing>(
        "legal-hearing",
        forms::radios_field(&ListHearing::purpose, {.name = "purpose", .label = "What is it for?"},
                            {forms::required("Select what it is for")}),
        forms::text_field(&ListHearing::court, {.name = "court", .label = "Which court?"},
                          {forms::required("Enter the court")}),
        forms::date_field(&ListHearing::on,
                          {.name = "on", .label = "On which day?", .hint = "For example, 27 3 2026"},
                          {forms::required("Enter the day")}),
        forms::time_field(&ListHearing::time,
                          {.name = "time", .label = "At what time?", .hint = "For example, 10am"},
                          {forms::required("Enter the time")}));
    record.save = [&visit, reference = view->header.reference,
                   id = view->named.action.id](ListHearing& input) {
        input.reference = reference;
        input.action = id;
        auto const saved = usecases::orders::list_hearing(visit.context, input);
        return saved ? Expected<Done>(Done{}) : Expected<Done>(refuse(saved.error()));
    };
    return record;
}

Expected<RecordForm<RecordHearing>> result_record(Visit& visit, ActionView const& view,
                                                  domain::orders::Hearing const& hearing) {
    auto record = record_for<RecordHearing>(view, "Hearing", "/hearings/" + std::string(hearing.id.text()),
                                            "Result saved.");
    record.form = forms::form<RecordHearing>(
        "legal-hearing-result",
        forms::radios_field(&RecordHearing::result, {.name = "result", .label = "What did the court decide?"},
                            {forms::required("Select what the court decided")}),
        forms::yes_no_field(&RecordHearing::notice_goes_on,
                            {.name = "notice-goes-on",
                             .label = "Does the notice go on until the next hearing?",
                             .hint = "Only when it was adjourned"}),
        forms::textarea_field(&RecordHearing::note, {.name = "result-note",
                                                     .label = "What did the court say?",
                                                     .hint = "The judge, conditions, reasons",
                                                     .rows = 4,
                                                     .character_limit = 3000,
                                                     .optional = true}));
    record.page.hidden.set("version", std::to_string(hearing.version));
    record.page.before = html::p(std::string(words_of(hearing.purpose)) + ", " +
                                 instant_words(hearing.listed_at) + ", " + hearing.court);
    record.save = [&visit, reference = view.header.reference, id = view.named.action.id,
                   hearing_id = hearing.id](RecordHearing& input) {
        input.reference = reference;
        input.action = id;
        input.hearing = hearing_id;
        input.version = forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
        return usecases::orders::record_hearing(visit.context, input);
    };
    return record;
}

tl::unexpected<Refusal> no_such_hearing() {
    return refuse(RefusalKind::not_found, "hearing-not-found", "There is no such hearing");
}

// --- Service

Expected<RecordForm<RecordService>> service_record(Visit& visit) {
    auto view = action_to_change(visit);
    if (!view) return refuse(view.error());
    auto record = record_for<RecordService>(*view, "Record service", "/service", "Service saved.");
    record.form = forms::form<RecordService>(
        "legal-service",
        forms::radios_field(&RecordService::what, {.name = "what", .label = "What was served?"},
                            {forms::required("Select what was served")}),
        forms::date_field(
            &RecordService::served_on,
            {.name = "served-on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date")}),
        forms::time_field(&RecordService::served_time,
                          {.name = "served-time",
                           .label = "At what time?",
                           .hint = "Hours count from it. For example, 2:15pm"},
                          {forms::required("Enter the time")}),
        forms::radios_field(&RecordService::how, {.name = "how", .label = "How?"},
                            {forms::required("Select how it was served")}),
        forms::text_field(&RecordService::on_whom, {.name = "on-whom", .label = "On whom?"},
                          {forms::required("Enter who it was served on")}),
        forms::text_field(&RecordService::where, {.name = "where", .label = "Where?", .optional = true}),
        forms::text_field(&RecordService::by_whom,
                          {.name = "by-whom", .label = "By whom?", .optional = true}),
        forms::textarea_field(&RecordService::proof, {.name = "proof",
                                                      .label = "What proves it?",
                                                      .hint = "Photographs, a certificate of service",
                                                      .rows = 3,
                                                      .character_limit = 3000,
                                                      .optional = true}));
    record.save = [&visit, reference = view->header.reference,
                   id = view->named.action.id](RecordService& input) {
        input.reference = reference;
        input.action = id;
        return usecases::orders::record_service(visit.context, input);
    };
    return record;
}

// --- Orders

Expected<RecordForm<RecordOrder>> order_record(Visit& visit) {
    auto view = action_to_change(visit);
    if (!view) return refuse(view.error());
    auto const form = enum_from_name<OrderForm>(visit.request.query.value("form")).value_or(OrderForm::final);
    if (!view->kind->makes(form))
        return refuse(RefusalKind::not_found, "form-not-made", "This kind of action makes no such order");
    auto const words = usecases::orders::order_words(*view->kind, form);
    bool const notice = form == OrderForm::notice;
    bool const closure = view->kind->full_or_partial;
    auto record =
        record_for<RecordOrder>(*view, words, "/order?form=" + std::string(name_of(form)), words + " saved.");
    record.form.name = "legal-order";
    auto const add = [&](forms::Field<RecordOrder> field) { record.form.fields.push_back(std::move(field)); };
    if (closure && !notice)
        add(forms::radios_field(&RecordOrder::scope, {.name = "scope", .label = "Is it full or partial?"},
                                {forms::required("Select whether it is full or partial")}));
    add(forms::text_field(&RecordOrder::court,
                          {.name = "court",
                           .label = notice ? "Who issued it?" : "Which court?",
                           .hint = notice ? "With their rank or post" : ""},
                          {forms::required(notice ? "Enter who issued it" : "Enter the court")}));
    if (closure && notice)
        add(forms::tick_field(
            &RecordOrder::senior,
            {.name = "senior",
             .label = "Issued by a superintendent or above, or signed by the chief executive or somebody "
                      "they named"}));
    add(forms::date_field(&RecordOrder::made_on,
                          {.name = "made-on",
                           .label = notice ? "When was it issued?" : "When was it made?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {forms::required("Enter the date")}));
    if (notice && closure)
        add(forms::time_field(&RecordOrder::made_time,
                              {.name = "made-time", .label = "At what time?", .hint = "For example, 2:15pm"},
                              {forms::required("Enter the time")}));
    else
        add(forms::time_field(&RecordOrder::made_time,
                              {.name = "made-time",
                               .label = "At what time?",
                               .hint = "Leave empty to count from the beginning of the day",
                               .optional = true}));
    if (notice && closure) {
        add(forms::date_field(&RecordOrder::until_on, {.name = "until-on", .label = "Until which day?"},
                              {forms::required("Enter the day it ends")}));
        add(forms::time_field(&RecordOrder::until_time, {.name = "until-time", .label = "Until what time?"},
                              {forms::required("Enter the time it ends")}));
    } else if (closure) {
        add(forms::date_field(&RecordOrder::until_on,
                              {.name = "until-on",
                               .label = "What is its last day?",
                               .hint = "Three months made on 15 January end on 14 April"},
                              {forms::required("Enter the last day")}));
    } else {
        add(forms::date_field(&RecordOrder::until_on, {.name = "until-on",
                                                       .label = "What is its last day?",
                                                       .hint = "Leave empty where it has none",
                                                       .optional = true}));
    }
    if (!notice && !view->kind->term.empty() && !closure)
        add(forms::text_field(&RecordOrder::age,
                              {.name = "age",
                               .label = "How old is the person it is made against?",
                               .hint = "Under 18 the law sets a longest term. Leave empty for an adult",
                               .classes = "govuk-input--width-3",
                               .input_mode = "numeric",
                               .optional = true}));
    if (form == OrderForm::interim)
        add(forms::tick_field(&RecordOrder::without_notice,
                              {.name = "without-notice", .label = "It was made without notice"}));
    add(forms::textarea_field(&RecordOrder::note, {.name = "note",
                                                   .label = "What else does it say?",
                                                   .rows = 4,
                                                   .character_limit = 3000,
                                                   .optional = true}));
    record.save = [&visit, reference = view->header.reference, id = view->named.action.id,
                   form](RecordOrder& input) {
        input.reference = reference;
        input.action = id;
        input.form = form;
        auto const saved = usecases::orders::record_order(visit.context, input);
        return saved ? Expected<Done>(Done{}) : Expected<Done>(refuse(saved.error()));
    };
    return record;
}

template <class Input>
http::Response show_or_refuse(Visit& visit, Expected<RecordForm<Input>> record, http::Pairs typed = {}) {
    if (!record) return visit.refused(record.error());
    return show_record_form(visit, std::move(*record), std::move(typed));
}
template <class Input>
http::Response post_or_refuse(Visit& visit, Expected<RecordForm<Input>> record) {
    if (!record) return visit.refused(record.error());
    return post_record_form(visit, std::move(*record));
}

}  // namespace

http::Response show_step(Visit& visit) {
    http::Pairs filled;
    auto record = step_record(visit, &filled);
    return show_or_refuse(visit, std::move(record), std::move(filled));
}
http::Response post_step(Visit& visit) { return post_or_refuse(visit, step_record(visit, nullptr)); }
http::Response show_decision(Visit& visit) { return show_or_refuse(visit, decision_record(visit)); }
http::Response post_decision(Visit& visit) { return post_or_refuse(visit, decision_record(visit)); }
http::Response show_action_end(Visit& visit) { return show_or_refuse(visit, end_record(visit)); }
http::Response post_action_end(Visit& visit) { return post_or_refuse(visit, end_record(visit)); }
http::Response show_new_hearing(Visit& visit) { return show_or_refuse(visit, hearing_record(visit)); }
http::Response post_new_hearing(Visit& visit) { return post_or_refuse(visit, hearing_record(visit)); }
http::Response show_service(Visit& visit) { return show_or_refuse(visit, service_record(visit)); }
http::Response post_service(Visit& visit) { return post_or_refuse(visit, service_record(visit)); }
http::Response show_new_order(Visit& visit) { return show_or_refuse(visit, order_record(visit)); }
http::Response post_new_order(Visit& visit) { return post_or_refuse(visit, order_record(visit)); }

http::Response show_hearing(Visit& visit) {
    auto const view = usecases::orders::view_action(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    auto const* hearing = view->hearing(visit.request.parameter("hearing"));
    if (!hearing) return visit.refused(no_such_hearing().value());
    if (view->may_change && !hearing->result)
        return show_or_refuse(visit, result_record(visit, *view, *hearing));
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("For", std::string(words_of(hearing->purpose)));
    add("When", instant_words(hearing->listed_at));
    add("Court", hearing->court);
    add("Result", hearing->result ? std::string(words_of(*hearing->result)) : "Not yet");
    if (hearing->notice_goes_on) add("The notice goes on", *hearing->notice_goes_on ? "Yes" : "No");
    if (!hearing->result_note.empty())
        list.rows.push_back({.key = {.text = "What the court said"},
                             .value = {.html = html::typed_text(hearing->result_note)}});
    Html body = govuk::summary_list(list);
    body << html::p(
        html::a(action_address(view->header.reference, view->named.action.id), "All of this legal action"));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::action,
                                           .title = "Hearing",
                                           .body = std::move(body),
                                           .narrow = true,
                                           .part = "/orders"},
                                          view->header.counts));
}

http::Response post_hearing(Visit& visit) {
    auto view = action_to_change(visit);
    if (!view) return visit.refused(view.error());
    auto const* hearing = view->hearing(visit.request.parameter("hearing"));
    if (!hearing) return visit.refused(no_such_hearing().value());
    return post_or_refuse(visit, result_record(visit, *view, *hearing));
}

}  // namespace doorstep::pages::orders
