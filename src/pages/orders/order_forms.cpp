#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/orders/order.h"
#include "pages/orders/parts.h"
#include "pages/orders/zone_picture.h"
#include "usecases/orders/breaches.h"
#include "usecases/orders/change_order.h"
#include "usecases/orders/entry.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::AddClause;
using usecases::orders::AddPermission;
using usecases::orders::AddProtected;
using usecases::orders::EndOrder;
using usecases::orders::ExtendOrder;
using usecases::orders::OrderFormView;
using usecases::orders::RecordBreach;
using usecases::orders::RecordBreachOutcome;
using usecases::orders::SetExpiryPlan;

Expected<OrderFormView> form_view(Visit& visit) {
    return usecases::orders::view_order_form(visit.context, visit.request.parameter("reference"),
                                             visit.request.parameter("order"));
}

template <class Input>
RecordForm<Input> order_form_for(OrderFormView const& view, std::string title, std::string path,
                                 std::string saved) {
    auto const address = order_address(view.header.reference, view.found.order.id);
    RecordForm<Input> record;
    record.page = {.reference = view.header.reference,
                   .title = std::move(title),
                   .action = address + path,
                   .cancel_href = address,
                   .before = html::p(view.words + ". " + term_words(view.found.order) + "."),
                   .hidden = {},
                   .choices = {}};
    record.page.hidden.set("version", std::to_string(view.found.order.version));
    record.done_at = address;
    record.done_words = std::move(saved);
    return record;
}

std::int64_t seen_version(Visit& visit) {
    return forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
}

/// Sets what every input about an order has, and saves it.
template <class Input, class UseCase>
std::function<Expected<Done>(Input&)> saving(Visit& visit, OrderFormView const& view, UseCase use_case) {
    return [&visit, reference = view.header.reference, id = view.found.order.id, use_case](Input& input) {
        input.reference = reference;
        input.id = id;
        if constexpr (requires { input.version; }) input.version = seen_version(visit);
        auto const saved = use_case(visit.context, input);
        return saved ? Expected<Done>(Done{}) : Expected<Done>(refuse(saved.error()));
    };
}

Expected<RecordForm<AddClause>> clause_record(Visit& visit) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    if (!view->kind->has_clauses)
        return refuse(RefusalKind::not_found, "no-clauses", "This kind of order has no clauses");
    auto record = order_form_for<AddClause>(*view, "Add a clause", "/clauses/new", "Clause saved.");
    record.page.choices["conduct"] = choices_of_pairs(view->categories);
    record.page.before << zone_drawing(*view);
    record.form = forms::form<AddClause>(
        "order-clause",
        forms::radios_field(&AddClause::kind, {.name = "kind", .label = "They"},
                            {forms::required("Select whether they must or must not")}),
        forms::textarea_field(&AddClause::words,
                              {.name = "words",
                               .label = "What does the clause say?",
                               .hint = "In the words of the order",
                               .rows = 5,
                               .character_limit = 3000},
                              {forms::required("Enter the words of the clause")}),
        forms::date_field(&AddClause::from_on, {.name = "from-on",
                                                .label = "When does it begin?",
                                                .hint = "Leave empty where it begins with the order",
                                                .optional = true}),
        forms::date_field(&AddClause::until_on, {.name = "until-on",
                                                 .label = "What is its last day?",
                                                 .hint = "Leave empty where it lasts as long as the order",
                                                 .optional = true}),
        forms::text_field(&AddClause::supervisor, {.name = "supervisor",
                                                   .label = "Who supervises it?",
                                                   .hint = "Every requirement has a supervisor",
                                                   .optional = true}),
        forms::tick_field(&AddClause::participation,
                          {.name = "participation", .label = "It is to take part in something"}),
        forms::tick_field(&AddClause::power_of_arrest,
                          {.name = "power-of-arrest", .label = "The court attached a power of arrest"}),
        forms::radios_field(&AddClause::arrest_ground,
                            {.name = "arrest-ground", .label = "On what ground?", .optional = true}),
        forms::date_field(&AddClause::arrest_until,
                          {.name = "arrest-until",
                           .label = "Last day of the power of arrest",
                           .hint = "Leave empty where it lasts as long as the clause",
                           .optional = true}),
        forms::tick_field(
            &AddClause::no_contact,
            {.name = "no-contact", .label = "They may not contact those on the protected list"}),
        forms::checkboxes_field(
            &AddClause::conduct,
            {.name = "conduct",
             .label = "Which kinds of behaviour is it about?",
             .hint = "New reports and incidents of these kinds are held against the clause first",
             .optional = true}),
        forms::tick_field(&AddClause::home_exclusion,
                          {.name = "home-exclusion", .label = "It keeps them out of their own home"}));
    if (view->kind->has_exclusion_zone) {
        record.form.fields.push_back(forms::text_field(
            &AddClause::zone_centre, {.name = "zone-centre",
                                      .label = "Centre of an exclusion zone",
                                      .hint = "A postcode, or easting and northing: 485000, 238000",
                                      .optional = true}));
        record.form.fields.push_back(
            forms::text_field(&AddClause::zone_radius, {.name = "zone-radius",
                                                        .label = "How far around it?",
                                                        .classes = "govuk-input--width-5",
                                                        .input_mode = "numeric",
                                                        .suffix = "metres",
                                                        .optional = true}));
        record.form.fields.push_back(forms::textarea_field(
            &AddClause::zone_outline, {.name = "zone-outline",
                                       .label = "Or the corners of the zone",
                                       .hint = "One corner to a line, easting and northing: 485000, 238000",
                                       .rows = 4,
                                       .character_limit = 3000,
                                       .optional = true}));
    }
    record.save = saving<AddClause>(visit, *view, usecases::orders::add_clause);
    return record;
}

Expected<RecordForm<AddPermission>> permission_record(Visit& visit) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    if (!view->kind->full_or_partial)
        return refuse(RefusalKind::not_found, "no-list", "This kind of order has no list of who may enter");
    auto record = order_form_for<AddPermission>(*view, "Let somebody in", "/entry/new", "List saved.");
    record.page.choices["role"] = choices_of_pairs(view->roles);
    record.form = forms::form<AddPermission>(
        "order-entry",
        forms::select_field(&AddPermission::role, {.name = "role", .label = "Who may enter?"},
                            {forms::required("Select who may enter")}),
        forms::text_field(&AddPermission::name, {.name = "name",
                                                 .label = "Their name, where the order names somebody",
                                                 .hint = "Leave empty for everybody of that kind",
                                                 .optional = true}),
        forms::textarea_field(
            &AddPermission::reason,
            {.name = "reason", .label = "Why?", .rows = 2, .character_limit = 3000, .optional = true}),
        forms::date_field(&AddPermission::from_on,
                          {.name = "from-on", .label = "From which day?", .optional = true}),
        forms::date_field(&AddPermission::until_on,
                          {.name = "until-on", .label = "Until which day?", .optional = true}),
        forms::time_field(
            &AddPermission::from_time,
            {.name = "from-time",
             .label = "From what time each day?",
             .hint = "Leave both times empty for all day; one alone counts from, or to, midnight",
             .optional = true}),
        forms::time_field(&AddPermission::until_time,
                          {.name = "until-time", .label = "Until what time each day?", .optional = true}));
    record.save = saving<AddPermission>(visit, *view, usecases::orders::add_permission);
    return record;
}

Expected<RecordForm<AddProtected>> protected_record(Visit& visit) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    auto record =
        order_form_for<AddProtected>(*view, "People they may not contact", "/protected", "List saved.");
    auto const address = order_address(view->header.reference, view->found.order.id);
    Html before = govuk::inset_text(
        {.text = "Protected: no letter, plan or summary for the other side may show these names."});
    std::vector<Html> names;
    for (auto const& person : view->protected_people) {
        Html item = Html::text(person.name);
        if (!person.note.empty()) item << ", " << person.note;
        item << " " << html::a(address + "/protected/" + person.id + "/remove", "Take off")
             << html::hidden(" " + person.name);
        names.push_back(std::move(item));
    }
    if (names.empty())
        before << html::p("Nobody is on the list yet.");
    else
        before << html::list(names);
    record.page.before = std::move(before);
    record.page.save_words = "Add";
    record.form = forms::form<AddProtected>(
        "order-protected",
        forms::text_field(&AddProtected::name, {.name = "name", .label = "Name"},
                          {forms::required("Enter the name")}),
        forms::text_field(&AddProtected::note, {.name = "note",
                                                .label = "What should staff know?",
                                                .hint = "For example, where they work",
                                                .optional = true}));
    record.done_at = address + "/protected";
    record.save = saving<AddProtected>(visit, *view, usecases::orders::add_protected);
    return record;
}

Expected<RecordForm<ExtendOrder>> extension_record(Visit& visit) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    auto record = order_form_for<ExtendOrder>(*view, "Record an extension", "/extension", "Extension saved.");
    record.form = forms::form<ExtendOrder>(
        "order-extension",
        forms::date_field(
            &ExtendOrder::applied_on,
            {.name = "applied-on", .label = "When was it applied for?", .hint = "Before the order ran out"},
            {forms::required("Enter the date of the application")}),
        forms::date_field(&ExtendOrder::made_on,
                          {.name = "made-on", .label = "When did the court extend it?"},
                          {forms::required("Enter the date of the extension")}),
        forms::date_field(&ExtendOrder::until_on, {.name = "until-on", .label = "What is its last day now?"},
                          {forms::required("Enter the last day")}),
        forms::text_field(&ExtendOrder::court, {.name = "court", .label = "Which court?"},
                          {forms::required("Enter the court")}),
        forms::textarea_field(&ExtendOrder::note, {.name = "note",
                                                   .label = "What did the court say?",
                                                   .rows = 3,
                                                   .character_limit = 3000,
                                                   .optional = true}));
    record.save = saving<ExtendOrder>(visit, *view, usecases::orders::extend_order);
    return record;
}

Expected<RecordForm<SetExpiryPlan>> plan_record(Visit& visit, http::Pairs* filled) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    auto record =
        order_form_for<SetExpiryPlan>(*view, "Plan what happens when it ends", "/expiry-plan", "Plan saved.");
    record.page.choices["owner"] = choices_of_pairs(view->owners);
    record.form = forms::form<SetExpiryPlan>(
        "order-expiry-plan",
        forms::radios_field(&SetExpiryPlan::after_it, {.name = "after-it", .label = "What follows?"},
                            {forms::required("Select what follows")}),
        forms::select_field(&SetExpiryPlan::owner, {.name = "owner", .label = "Who sees to it?"},
                            {forms::required("Select who sees to it")}),
        forms::date_field(&SetExpiryPlan::by,
                          {.name = "by", .label = "By when?", .hint = "For example, 27 3 2027"},
                          {forms::required("Enter the date")}),
        forms::textarea_field(
            &SetExpiryPlan::note,
            {.name = "note", .label = "What is planned?", .rows = 4, .character_limit = 3000},
            {forms::required("Enter what is planned")}));
    if (auto const& plan = view->found.plan; plan && filled) {
        SetExpiryPlan stored;
        stored.after_it = plan->after_it;
        stored.owner = plan->owner;
        stored.by = plan->by;
        stored.note = plan->note;
        *filled = forms::fill(record.form, stored);
    }
    record.save = saving<SetExpiryPlan>(visit, *view, usecases::orders::set_expiry_plan);
    return record;
}

Expected<RecordForm<EndOrder>> order_end_record(Visit& visit) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    auto record = order_form_for<EndOrder>(*view, "Record its end", "/end", "End saved.");
    record.form = forms::form<EndOrder>(
        "order-end",
        forms::radios_field(&EndOrder::end, {.name = "end", .label = "How did it end?"},
                            {forms::required("Select how it ended")}),
        forms::date_field(
            &EndOrder::ended_on,
            {.name = "ended-on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date")}),
        forms::time_field(&EndOrder::ended_time,
                          {.name = "ended-time", .label = "At what time?", .optional = true}),
        forms::textarea_field(&EndOrder::note, {.name = "note",
                                                .label = "What is there to say about it?",
                                                .rows = 4,
                                                .character_limit = 3000,
                                                .optional = true}));
    record.save = saving<EndOrder>(visit, *view, usecases::orders::end_order);
    return record;
}

Expected<RecordForm<RecordBreach>> breach_record(Visit& visit) {
    auto view = form_view(visit);
    if (!view) return refuse(view.error());
    auto record = order_form_for<RecordBreach>(*view, "Record a breach", "/breaches/new", "Breach saved.");
    auto& clauses = record.page.choices["clause"];
    clauses.push_back({.value = "", .text = "The order as a whole"});
    for (auto const& clause : view->clauses)
        if (!clause.struck)
            clauses.push_back(
                {.value = std::string(clause.id.text()),
                 .text = std::to_string(clause.position) + ". " + text::shorten(clause.words, 80)});
    record.page.hidden.set("incident", std::string(visit.request.query.value("incident").empty()
                                                       ? visit.request.form.value("incident")
                                                       : visit.request.query.value("incident")));
    record.form = forms::form<RecordBreach>(
        "order-breach",
        forms::select_field(&RecordBreach::clause, {.name = "clause", .label = "Which clause?"}),
        forms::date_field(
            &RecordBreach::happened_on,
            {.name = "happened-on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date")}),
        forms::time_field(&RecordBreach::happened_time,
                          {.name = "happened-time", .label = "At what time?", .optional = true}),
        forms::textarea_field(&RecordBreach::what,
                              {.name = "what", .label = "What happened?", .rows = 5, .character_limit = 3000},
                              {forms::required("Enter what happened")}),
        forms::textarea_field(&RecordBreach::evidence, {.name = "evidence",
                                                        .label = "What shows it?",
                                                        .rows = 3,
                                                        .character_limit = 3000,
                                                        .optional = true}),
        forms::date_field(&RecordBreach::police_told_on, {.name = "police-told-on",
                                                          .label = "When were the police told?",
                                                          .hint = "Leave empty where they were not",
                                                          .optional = true}),
        forms::text_field(&RecordBreach::crime_reference,
                          {.name = "crime-reference", .label = "Police reference", .optional = true}));
    auto save = saving<RecordBreach>(visit, *view, usecases::orders::record_breach);
    record.save = [&visit, save](RecordBreach& input) {
        input.incident = std::string(visit.request.form.value("incident"));
        return save(input);
    };
    return record;
}

struct ShownBreach {
    usecases::orders::OrderView view;
    domain::orders::OrderBreach breach;
};
Expected<ShownBreach> breach_shown(Visit& visit) {
    auto view = usecases::orders::view_order(visit.context, visit.request.parameter("reference"),
                                             visit.request.parameter("order"));
    if (!view) return refuse(view.error());
    for (auto const& breach : view->breaches)
        if (breach.id.text() == visit.request.parameter("breach")) {
            auto found = breach;
            return ShownBreach{std::move(*view), std::move(found)};
        }
    return refuse(RefusalKind::not_found, "breach-not-found", "There is no such breach");
}

RecordForm<RecordBreachOutcome> breach_outcome_record(Visit& visit, ShownBreach const& shown) {
    auto const address = order_address(shown.view.header.reference, shown.view.found.order.id);
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    auto const& breach = shown.breach;
    add("When", instant_words(breach.happened_at));
    list.rows.push_back({.key = {.text = "What happened"}, .value = {.html = html::typed_text(breach.what)}});
    if (!breach.evidence.empty())
        list.rows.push_back(
            {.key = {.text = "What shows it"}, .value = {.html = html::typed_text(breach.evidence)}});
    if (breach.police_told_on) add("Police told", date_words(*breach.police_told_on));
    add("Police reference", breach.crime_reference);
    if (breach.arrested_at) add("Arrested", date_words(london_date(*breach.arrested_at)));
    if (breach.committal_on) add("Committal", date_words(*breach.committal_on));
    if (breach.outcome)
        add("Result", std::string(words_of(*breach.outcome)) + ", " + date_words(*breach.outcome_on));
    if (!breach.outcome_note.empty())
        list.rows.push_back(
            {.key = {.text = "About it"}, .value = {.html = html::typed_text(breach.outcome_note)}});
    RecordForm<RecordBreachOutcome> record;
    record.page = {.reference = shown.view.header.reference,
                   .title = "Breach",
                   .action = address + "/breaches/" + std::string(breach.id.text()),
                   .cancel_href = address,
                   .before = govuk::summary_list(list),
                   .hidden = {},
                   .choices = {}};
    record.page.hidden.set("version", std::to_string(breach.version));
    record.form = forms::form<RecordBreachOutcome>(
        "order-breach-outcome",
        forms::date_field(&RecordBreachOutcome::arrested_on, {.name = "arrested-on",
                                                              .label = "When were they arrested?",
                                                              .hint = "Leave empty where they were not",
                                                              .optional = true}),
        forms::date_field(
            &RecordBreachOutcome::committal_on,
            {.name = "committal-on", .label = "When was the committal hearing?", .optional = true}),
        forms::radios_field(&RecordBreachOutcome::outcome, {.name = "outcome", .label = "What came of it?"},
                            {forms::required("Select what came of it")}),
        forms::date_field(&RecordBreachOutcome::outcome_on,
                          {.name = "outcome-on", .label = "When?", .recent_days = true},
                          {forms::required("Enter the date")}),
        forms::textarea_field(&RecordBreachOutcome::note, {.name = "outcome-note",
                                                           .label = "What is there to say about it?",
                                                           .rows = 3,
                                                           .character_limit = 3000,
                                                           .optional = true}));
    record.done_at = address;
    record.done_words = "Result saved.";
    record.save = [&visit, reference = shown.view.header.reference, id = shown.view.found.order.id,
                   breach_id = breach.id](RecordBreachOutcome& input) {
        input.reference = reference;
        input.id = id;
        input.breach = breach_id;
        input.version = seen_version(visit);
        return usecases::orders::record_breach_outcome(visit.context, input);
    };
    return record;
}

template <class Input>
http::Response show_order_form(Visit& visit, Expected<RecordForm<Input>> record, http::Pairs typed = {}) {
    if (!record) return visit.refused(record.error());
    return show_record_form(visit, std::move(*record), std::move(typed));
}
template <class Input>
http::Response post_order_form(Visit& visit, Expected<RecordForm<Input>> record) {
    if (!record) return visit.refused(record.error());
    return post_record_form(visit, std::move(*record));
}

http::Response ask_before(Visit& visit, std::string title, std::string warning, std::string const& path,
                          std::string yes) {
    auto view = form_view(visit);
    if (!view) return visit.refused(view.error());
    auto const address = order_address(view->header.reference, view->found.order.id);
    return cases::case_question_page(visit, {.reference = view->header.reference,
                                             .title = std::move(title),
                                             .warning = std::move(warning),
                                             .action = address + path,
                                             .yes_words = std::move(yes),
                                             .cancel_href = address});
}

template <class Remove>
http::Response post_removal(Visit& visit, char const* path, char const* done, Remove remove) {
    auto const order = LegalOrderId::parse(visit.request.parameter("order"));
    if (!order)
        return visit.refused(
            Refusal(RefusalKind::not_found, "order-not-found", "There is no such order of this case"));
    auto const removed = remove(std::string(visit.request.parameter("reference")), *order);
    if (!removed) return visit.refused(removed.error());
    return visit.done(order_address(visit.request.parameter("reference"), *order) + path, done);
}

}  // namespace

http::Response show_new_clause(Visit& visit) { return show_order_form(visit, clause_record(visit)); }
http::Response post_new_clause(Visit& visit) { return post_order_form(visit, clause_record(visit)); }
http::Response show_new_permission(Visit& visit) { return show_order_form(visit, permission_record(visit)); }
http::Response post_new_permission(Visit& visit) { return post_order_form(visit, permission_record(visit)); }
http::Response show_protected(Visit& visit) { return show_order_form(visit, protected_record(visit)); }
http::Response post_protected(Visit& visit) { return post_order_form(visit, protected_record(visit)); }
http::Response show_extension(Visit& visit) { return show_order_form(visit, extension_record(visit)); }
http::Response post_extension(Visit& visit) { return post_order_form(visit, extension_record(visit)); }
http::Response show_expiry_plan(Visit& visit) {
    http::Pairs filled;
    auto record = plan_record(visit, &filled);
    return show_order_form(visit, std::move(record), std::move(filled));
}
http::Response post_expiry_plan(Visit& visit) { return post_order_form(visit, plan_record(visit, nullptr)); }
http::Response show_order_end(Visit& visit) { return show_order_form(visit, order_end_record(visit)); }
http::Response post_order_end(Visit& visit) { return post_order_form(visit, order_end_record(visit)); }
http::Response show_new_breach(Visit& visit) { return show_order_form(visit, breach_record(visit)); }
http::Response post_new_breach(Visit& visit) { return post_order_form(visit, breach_record(visit)); }

http::Response show_breach(Visit& visit) {
    auto shown = breach_shown(visit);
    if (!shown) return visit.refused(shown.error());
    auto record = breach_outcome_record(visit, *shown);
    if (shown->view.may_change && !shown->breach.outcome) return show_record_form(visit, std::move(record));
    Html body = std::move(record.page.before);
    body << html::p(html::a(record.page.cancel_href, shown->view.words));
    return visit.page(cases::section_page({.reference = shown->view.header.reference,
                                           .section = cases::Section::action,
                                           .title = "Breach",
                                           .body = std::move(body),
                                           .narrow = true,
                                           .part = "/orders"},
                                          shown->view.header.counts));
}
http::Response post_breach(Visit& visit) {
    auto shown = breach_shown(visit);
    if (!shown) return visit.refused(shown.error());
    return post_record_form(visit, breach_outcome_record(visit, *shown));
}

http::Response show_strike_clause(Visit& visit) {
    return ask_before(visit, "Take out this clause?",
                      "The court varied the order. The clause stays on file and binds nobody any more.",
                      "/clauses/" + std::string(visit.request.parameter("clause")) + "/strike",
                      "Take it out");
}
http::Response post_strike_clause(Visit& visit) {
    auto const clause = OrderClauseId::parse(visit.request.parameter("clause"));
    return post_removal(visit, "", "Clause taken out.", [&](std::string reference, LegalOrderId order) {
        return clause ? usecases::orders::strike_clause(visit.context, {std::move(reference), order, *clause})
                      : Expected<Done>(
                            refuse(RefusalKind::not_found, "clause-unknown", "There is no such clause"));
    });
}
http::Response show_remove_permission(Visit& visit) {
    return ask_before(visit, "Take them off the list?",
                      "They may not enter any more while the order is in force.",
                      "/entry/" + std::string(visit.request.parameter("row")) + "/remove", "Take them off");
}
http::Response post_remove_permission(Visit& visit) {
    return post_removal(visit, "", "List saved.", [&](std::string reference, LegalOrderId order) {
        return usecases::orders::remove_permission(
            visit.context, {std::move(reference), order, std::string(visit.request.parameter("row"))});
    });
}
http::Response show_remove_protected(Visit& visit) {
    return ask_before(visit, "Take them off the list?", "Summaries of the order will not name them any more.",
                      "/protected/" + std::string(visit.request.parameter("row")) + "/remove",
                      "Take them off");
}
http::Response post_remove_protected(Visit& visit) {
    return post_removal(visit, "/protected", "List saved.", [&](std::string reference, LegalOrderId order) {
        return usecases::orders::remove_protected(
            visit.context, {std::move(reference), order, std::string(visit.request.parameter("row"))});
    });
}

}  // namespace doorstep::pages::orders
