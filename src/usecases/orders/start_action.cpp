#include "usecases/orders/start_action.h"

#include "domain/orders/problems.h"
#include "legal/legal_actions.h"
#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/conditions.h"
#include "usecases/orders/deadlines.h"
#include "usecases/orders/law_answers.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::LegalAction;
using domain::orders::MetBy;
using domain::orders::StepDone;

namespace {

Expected<Done> check_power(PowerAnswer const& answer) {
    if (answer.may) return Done{};
    auto message = answer.reason;
    if (!answer.instead.empty()) message += ". Who can: " + answer.instead;
    if (!answer.source.empty()) message += " (" + answer.source + ")";
    auto said = message;
    return refuse(Refusal(RefusalKind::unlawful, "power-not-theirs", std::move(said))
                      .with_problem("body", std::move(message)));
}

}  // namespace

Expected<LegalActionId> start_action(Context& context, StartAction const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<LegalActionId> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::work_order);
        if (!file) return refuse(file.error());
        auto const* kind = legal::find_legal_action(input.kind);
        if (!kind)
            return refuse(RefusalKind::not_found, "action-kind-unknown", "There is no such legal action");
        auto const power = who_may_use(settings, *kind, input.body, change.today);
        if (auto allowed = check_power(power); !allowed) return refuse(allowed.error());
        LegalAction action{.id = change.new_id<LegalActionId>(),
                           .case_file = file->id,
                           .kind = kind->code,
                           .applicant_body = input.body,
                           .applicant_name = input.applicant_name,
                           .respondent = input.respondent,
                           .place = input.place.empty() ? file->place_text : input.place,
                           .why = input.why,
                           .impact = input.impact,
                           .requested_on = input.requested_on,
                           .decided_at = {},
                           .started_on = change.today,
                           .started_by = change.viewer.account,
                           .outcome = {},
                           .ended_on = {},
                           .end_note = "",
                           .version = 1};
        if (auto checked = domain::orders::check_action(action, file->raised_on, change.now); !checked)
            return refuse(checked.error());
        if (action.respondent) {
            auto const person = storage::people::find_case_person(change.tx, *action.respondent);
            if (!person || person->case_file != file->id)
                return refuse_field("person-unknown", "respondent", "Select somebody who is on the case");
        }
        storage::legal_actions::insert(change.tx, action);
        storage::legal_actions::keep_rules(change.tx, action.id, action.id.text(), "who", power.rules);
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        domain::events::Detail detail;
        detail.set("legal_action", kind->label);
        if (action.requested_on) detail.set("on", *action.requested_on);
        if (action.respondent) detail.set("person", *action.respondent);
        change.record(file->id, domain::events::legal_action_started, action.id.text(),
                      detail.personal("reason", action.why));
        return action.id;
    });
}

Expected<Done> decide_action(Context& context, DecideAction const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_action_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto& action = opened->action();
        if (action.decided_at)
            return refuse(RefusalKind::conflict, "decided-already", "The decision is recorded already");
        if (auto passed = check_gates(change.tx, *opened, MetBy::decision); !passed)
            return refuse(passed.error());
        action.decided_at = london_instant(input.decided_on, input.decided_time.value_or(TimeOfDay{9, 0}));
        if (auto checked = domain::orders::check_action(action, opened->file.raised_on, change.now); !checked)
            return refuse(checked.error());
        if (!storage::legal_actions::update(change.tx, action)) return refuse(cases::changed_meanwhile());
        auto const hours =
            settings.standards().on(legal::standard_ids::emergency_court, london_date(*action.decided_at));
        if (hours && opened->kind->code == "injunction") {
            auto const by = action.decided_at->plus_hours(hours->value);
            set_deadline(change, opened->file,
                         {.action = action.id,
                          .order = {},
                          .code = "emergency-court",
                          .words = "Be before the court: " + opened->kind->label,
                          .due_on = london_date(by),
                          .due_at = by,
                          .target_on = {},
                          .source = "The landlord’s own standard, not the law: " + hours->source,
                          .watched = Watched::by_officer_and_manager});
        }
        change.record(opened->file.id, domain::events::legal_action_changed, action.id.text(),
                      domain::events::Detail()
                          .set("legal_action", opened->kind->label)
                          .set("legal_step", "Decided to go ahead")
                          .set("on", london_date(*action.decided_at)));
        return Done{};
    });
}

Expected<Done> end_action(Context& context, EndAction const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_action_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto& action = opened->action();
        for (auto const& [order, planned] : storage::legal_orders::of_action(change.tx, action.id))
            if (order.is_in_force(change.now))
                return refuse(RefusalKind::unlawful, "order-in-force",
                              order_words(*opened->kind, order.form) + " made on " +
                                  date_words(order.made_on) + " is in force. End it first");
        domain::orders::ProblemList problems;
        problems.need("note", input.note, "Enter how it ended");
        if (auto checked = problems.result("action-end-incomplete"); !checked) return checked;
        action.outcome = input.outcome;
        action.ended_on = change.today;
        action.end_note = input.note;
        if (!storage::legal_actions::update(change.tx, action)) return refuse(cases::changed_meanwhile());
        meet_all_deadlines(change, action.id);
        // What a closure or a breach opened stays open when the action itself is over.
        refresh_conditions(change, context.settings(), opened->file);
        change.record(opened->file.id, domain::events::legal_action_ended, action.id.text(),
                      domain::events::Detail()
                          .set("legal_action", opened->kind->label)
                          .set("outcome", words_of(input.outcome))
                          .personal("note", input.note));
        return Done{};
    });
}

namespace {

/// (1) A request for review comes in the days the law gives, and the landlord cannot make them longer
/// (Housing Act 1985, section 85ZA(2)). (2) It is decided before proceedings may begin (section 85ZA(6)).
Expected<Done> set_review(Change& change, Settings const& settings, OpenedAction const& opened,
                          StepDone const& done) {
    if (opened.kind->code != "possession") return Done{};
    if (done.code == "review") meet_deadline(change, done.action, "review");
    if (done.code != "review-request") return Done{};
    std::optional<Date> served_on;
    for (auto const& service : storage::legal_actions::services(change.tx, done.action))
        if (service.what == domain::orders::ServedWhat::notice) served_on = london_date(service.served_at);
    if (!served_on)
        return refuse_field("not-served", "done-on",
                            "Record first that the notice was served: time runs from it");
    if (done.done_on < *served_on)
        return refuse_field(
            "review-too-early", "done-on",
            "Date must be the same as or after " + date_words(*served_on) + ", when the notice was served");
    auto const from = legal::LawMoment::on(*served_on);
    // (1)
    auto const asked = law_period(settings, provisions::review_request, from);
    if (asked && done.done_on > asked->due_on) {
        auto message = "A review can be asked for until " + date_words(asked->due_on) + " (" + asked->source +
                       "). Write to the tenant that it came too late";
        auto said = message;
        return refuse(Refusal(RefusalKind::unlawful, "review-too-late", std::move(said))
                          .with_problem("done-on", std::move(message)));
    }
    // (2)
    set_law_deadline(change, settings, opened.file, provisions::notice_to_quit, from,
                     {.action = done.action,
                      .order = {},
                      .code = "review",
                      .words = "Decide the review and tell the tenant, before proceedings begin",
                      .due_on = {},
                      .due_at = {},
                      .target_on = {},
                      .source = "",
                      .watched = Watched::by_officer_and_manager});
    meet_deadline(change, done.action, "review-request");
    return Done{};
}

}  // namespace

Expected<Done> record_step(Context& context, RecordStep const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_action_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto const* step = opened->kind->step(input.code);
        if (!step)
            return refuse(RefusalKind::not_found, "step-not-found", "There is no such step of this action");
        if (step->met_by != MetBy::hand)
            return refuse(
                RefusalKind::unlawful, "step-by-record",
                "This step is done when its record is made: " + std::string(words_of(step->met_by)));
        if (input.left_out && !domain::access::may(change.viewer, Action::pass_gate))
            return refuse_field("gate-not-yours", "left-out",
                                "Only a manager can leave out a check before court");
        StepDone const done{.action = input.id,
                            .code = step->code,
                            .done_on = input.done_on,
                            .left_out = input.left_out,
                            .with_whom = input.left_out ? "" : input.with_whom,
                            .what = input.left_out ? "" : input.what,
                            .answered_on = input.left_out ? std::nullopt : input.answered_on,
                            .reason = input.left_out ? input.reason : "",
                            .recorded_by = change.viewer.account,
                            .recorded_at = change.now};
        if (auto checked = domain::orders::check_step(done, *step, opened->file.raised_on, change.today);
            !checked)
            return refuse(checked.error());
        if (!done.left_out)
            if (auto reviewed = set_review(change, settings, *opened, done); !reviewed) return reviewed;
        storage::legal_actions::put(change.tx, done);
        domain::events::Detail detail;
        detail.set("legal_action", opened->kind->label)
            .set("legal_step", step->label)
            .set("on", done.done_on);
        if (done.left_out) detail.set("left_out", true);
        if (done.answered_on) detail.set("done_on", *done.answered_on);
        if (!done.with_whom.empty()) detail.personal("name", done.with_whom);
        change.record(
            opened->file.id,
            step->gate ? domain::events::legal_gate_recorded : domain::events::legal_action_step_done,
            input.id.text(), detail.personal("note", done.left_out ? done.reason : done.what));
        return Done{};
    });
}

}  // namespace doorstep::usecases::orders
