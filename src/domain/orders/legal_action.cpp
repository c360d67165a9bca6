#include "domain/orders/legal_action.h"

#include "domain/orders/problems.h"

namespace doorstep::domain::orders {
namespace {

bool is_met(MetBy met_by, ActionFacts const& facts) {
    switch (met_by) {
        case MetBy::hand:
            return false;
        case MetBy::decision:
            return facts.decided;
        case MetBy::notice:
            return facts.notice;
        case MetBy::service:
            return facts.notice_served;
        case MetBy::hearing:
            return facts.hearing_listed;
        case MetBy::result:
            return facts.hearing_over;
        case MetBy::order:
            return facts.order;
        case MetBy::order_service:
            return facts.order_served;
        case MetBy::expiry_plan:
            return facts.expiry_planned;
        case MetBy::end:
            return facts.ended;
    }
    return false;
}

StepStanding const* standing(std::vector<StepStanding> const& all, std::string_view code) {
    for (auto const& one : all)
        if (one.kind->code == code) return &one;
    return nullptr;
}

bool is_settled(StepStanding const& one) {
    return one.state == StepState::done || one.state == StepState::left_out;
}

void gather_gates(ActionKind const& kind, std::vector<StepStanding> const& standings, std::string_view code,
                  std::vector<std::string>& labels) {
    auto const* step = kind.step(code);
    if (!step) return;
    for (auto const& before : step->after) {
        auto const* stands = standing(standings, before);
        if (!stands || is_settled(*stands)) continue;
        if (stands->kind->gate &&
            std::find(labels.begin(), labels.end(), stands->kind->label) == labels.end())
            labels.push_back(stands->kind->label);
        gather_gates(kind, standings, before, labels);
    }
}

}  // namespace

std::vector<StepStanding> standing_of(ActionKind const& kind, std::vector<StepDone> const& done,
                                      ActionFacts const& facts) {
    std::vector<StepStanding> all;
    all.reserve(kind.steps.size());
    for (auto const& step : kind.steps) {
        StepStanding one{.kind = &step, .state = StepState::open, .done_on = {}, .waits_for = {}};
        for (auto const& record : done)
            if (record.code == step.code) {
                one.state = record.left_out ? StepState::left_out : StepState::done;
                one.done_on = record.done_on;
            }
        if (one.state == StepState::open && is_met(step.met_by, facts)) one.state = StepState::done;
        all.push_back(std::move(one));
    }
    for (auto& one : all) {
        if (one.state != StepState::open) continue;
        for (auto const& before : one.kind->after)
            if (auto const* stands = standing(all, before); stands && !is_settled(*stands))
                one.waits_for.push_back(stands->kind->label);
    }
    for (auto& one : all)
        if (!one.waits_for.empty()) one.state = StepState::waits;
    return all;
}

std::vector<std::string> gates_before(ActionKind const& kind, std::vector<StepStanding> const& standings,
                                      std::string_view code) {
    std::vector<std::string> labels;
    gather_gates(kind, standings, code, labels);
    return labels;
}

Expected<Done> check_action(LegalAction const& action, Date raised_on, Instant now) {
    ProblemList problems;
    problems.need("why", action.why, "Enter why this action is needed");
    problems.limit("impact", action.impact);
    problems.limit("place", action.place);
    problems.limit("applicant-name", action.applicant_name);
    auto const today = london_date(now);
    if (action.requested_on) {
        if (*action.requested_on > today)
            problems.add("requested-on", "Date must be today or in the past");
        else if (*action.requested_on < raised_on)
            problems.add("requested-on", "Date must be the same as or after " + date_words(raised_on) +
                                             ", when the issue was raised");
    }
    if (action.decided_at) {
        if (*action.decided_at > now)
            problems.add("decided-on", "Date and time must be now or in the past");
        else if (london_date(*action.decided_at) < raised_on)
            problems.add("decided-on", "Date must be the same as or after " + date_words(raised_on) +
                                           ", when the issue was raised");
    }
    return problems.result("action-incomplete");
}

Expected<Done> check_step(StepDone const& done, StepKind const& kind, Date raised_on, Date today) {
    ProblemList problems;
    if (done.done_on > today)
        problems.add("done-on", "Date must be today or in the past");
    else if (done.done_on < raised_on)
        problems.add("done-on", "Date must be the same as or after " + date_words(raised_on) +
                                    ", when the issue was raised");
    if (done.left_out) {
        if (!kind.gate) problems.add("left-out", "Only a check before court can be left out");
        problems.need("reason", done.reason, "Enter why it is left out");
    } else {
        if (!kind.asks_who.empty()) problems.need("with-whom", done.with_whom, "Enter who it was with");
        if (!kind.asks_what.empty()) problems.need("what", done.what, "Enter what came of it");
        if (done.answered_on) {
            if (*done.answered_on > today)
                problems.add("answered-on", "Date must be today or in the past");
            else if (*done.answered_on < done.done_on)
                problems.add("answered-on", "Date must be the same as or after " + date_words(done.done_on) +
                                                ", when it was done");
        }
    }
    problems.limit("with-whom", done.with_whom);
    problems.limit("what", done.what);
    return problems.result("step-incomplete");
}

Expected<Done> check_hearing(Hearing const& hearing) {
    ProblemList problems;
    problems.need("court", hearing.court, "Enter the court");
    return problems.result("hearing-incomplete");
}

Expected<Done> check_hearing_result(Hearing const& hearing, Instant now) {
    ProblemList problems;
    if (hearing.listed_at > now)
        problems.add("result", "The hearing is on " + instant_words(hearing.listed_at) +
                                   ": it can have no result before");
    problems.limit("result-note", hearing.result_note);
    return problems.result("result-too-early");
}

Expected<Done> check_service(Service const& service, std::optional<Instant> made_at, Instant now) {
    ProblemList problems;
    problems.need("on-whom", service.on_whom, "Enter who it was served on");
    problems.limit("where", service.where);
    problems.limit("by-whom", service.by_whom);
    problems.limit("proof", service.proof);
    if (service.served_at > now)
        problems.add("served-on", "Date and time must be now or in the past");
    else if (made_at && service.served_at < *made_at)
        problems.add("served-on",
                     "It was made on " + instant_words(*made_at) + ": it cannot be served before");
    return problems.result("service-incomplete");
}

}  // namespace doorstep::domain::orders
