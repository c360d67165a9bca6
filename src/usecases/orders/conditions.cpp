#include "usecases/orders/conditions.h"

#include <algorithm>

#include "storage/court_findings.h"
#include "usecases/orders/deadlines.h"
#include "usecases/orders/law_answers.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::AppealOutcome;
using domain::orders::ConditionFound;
using storage::court_findings::PossessionEvent;

namespace {

std::string_view notice_provision(int condition) {
    if (condition == 4) return provisions::condition_four_notice;
    return condition == 2 ? provisions::condition_two_notice : provisions::conviction_notice;
}

ConditionFound condition_of_event(PossessionEvent const& event) {
    ConditionFound condition;
    condition.subject = event.subject;
    condition.order = event.order;
    condition.appeal = event.appeal;
    condition.action = event.finding ? event.possession : event.action;
    if (event.finding) {
        condition.number = domain::orders::condition_of(event.finding->kind);
        condition.because = std::string(words_of(event.finding->kind)) + " on " + date_words(event.on);
    } else if (event.kind == "closure") {
        condition.number = 4;
        condition.because = "Closure order made on " + date_words(event.on);
    } else if (event.kind == "injunction") {
        condition.number = 2;
        condition.because = "Breach of the injunction found on " + date_words(event.on);
    } else {
        condition.number = 3;
        condition.because = "Conviction for breach of the order on " + date_words(event.on);
    }
    if (event.notice_served_at && *event.notice_served_at >= london_midnight(event.on))
        condition.notice_served_on = london_date(*event.notice_served_at);
    return condition;
}

/// Why it opens no condition; of a closure also whether time alone may change that.
std::string nothing_because(ConditionFound& condition, Settings const& settings, PossessionEvent const& event,
                            Instant now) {
    if (event.finding) {
        auto const* row = settings.law().on(provisions::conviction_notice, event.on);
        return domain::orders::opens_nothing_because(*event.finding, row ? row->in_force_from : std::nullopt);
    }
    if (condition.number == 2 && event.participation)
        return "breach of a requirement to take part in something does not count";
    if (condition.number == 3 && event.requirement) return "only breach of a prohibition counts";
    if (condition.number != 4 || !event.from_at ||
        !settings.law().on(provisions::condition_four_hours, event.on))
        return {};
    auto const hours = settings.law().number(provisions::condition_four_hours, event.on);
    if (domain::orders::shut_for_longer_than(*event.from_at, event.stops_at, hours, now)) return {};
    condition.may_be_met_later = !event.stops_at || *event.stops_at > event.from_at->plus_hours(hours);
    return "access has not been prohibited for more than " + std::to_string(hours) + " hours";
}

std::string deadline_code(ConditionFound const& condition) {
    auto code = "condition-" + std::to_string(condition.number);
    // Several findings of a case stand on the list of one action.
    return condition.order ? code : code + "-" + condition.subject;
}

std::string deadline_words_for(ConditionFound const& condition) {
    switch (condition.number) {
        case 2:
            return "Serve notice of possession on the breach (condition 2)";
        case 4:
            return "Serve notice of possession on the closure (condition 4)";
        default:
            return "Serve notice of possession on the conviction (condition " +
                   std::to_string(condition.number) + ")";
    }
}

}  // namespace

std::vector<ConditionFound> find_conditions(storage::sql::Read& tx, Settings const& settings, CaseFileId file,
                                            Instant now) {
    std::vector<ConditionFound> found;
    for (auto const& event : storage::court_findings::events_of_case(tx, file)) {
        auto condition = condition_of_event(event);
        condition.not_met_because = nothing_because(condition, settings, event, now);
        condition.runs_from = domain::orders::notice_runs_from(event.on, condition.appeal);
        if (!condition.runs_from) {
            bool const allowed = condition.appeal->outcome == AppealOutcome::allowed;
            condition.not_met_because = allowed ? "it was set aside on appeal" : "an appeal goes on";
            condition.may_be_met_later = false;
        } else if (auto const period = law_period(settings, notice_provision(condition.number),
                                                  legal::LawMoment::on(*condition.runs_from))) {
            condition.serve_by = period->due_on;
        }
        condition.is_met = condition.not_met_because.empty();
        found.push_back(std::move(condition));
    }
    return found;
}

void refresh_conditions(Change& change, Settings const& settings, domain::cases::CaseFile const& file) {
    auto const open = storage::legal_actions::open_deadlines_of_case(change.tx, file.id);
    std::vector<std::string> wanted;
    for (auto const& condition : find_conditions(change.tx, settings, file.id, change.now)) {
        bool const stands = (condition.is_met || condition.may_be_met_later) && condition.serve_by &&
                            !condition.notice_served_on && condition.action;
        if (!stands) continue;
        auto const code = deadline_code(condition);
        bool const there = std::any_of(open.begin(), open.end(), [&](auto const& one) {
            return one.code == code && one.order == condition.order && one.due_on == *condition.serve_by;
        });
        // Found when it was too late: shown, and nobody's work.
        if (!there && *condition.serve_by < change.today) continue;
        wanted.push_back(code + (condition.order ? std::string(condition.order->text()) : ""));
        if (there) continue;
        set_law_deadline(change, settings, file, notice_provision(condition.number),
                         legal::LawMoment::on(*condition.runs_from),
                         {.action = *condition.action,
                          .order = condition.order,
                          .code = code,
                          .words = deadline_words_for(condition),
                          .due_on = {},
                          .due_at = {},
                          .target_on = {},
                          .source = "",
                          .watched = Watched::by_officer_and_manager});
    }
    for (auto const& one : open)
        if (one.code.starts_with("condition-") &&
            std::find(wanted.begin(), wanted.end(),
                      one.code + (one.order ? std::string(one.order->text()) : "")) == wanted.end())
            meet_deadline(change, one.action, one.code, one.order);
}

}  // namespace doorstep::usecases::orders
