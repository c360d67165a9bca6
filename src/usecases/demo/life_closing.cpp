#include <algorithm>

#include "usecases/closures/closing_facts.h"
#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::cases::Outcome;
using domain::events::Detail;
using domain::plans::StepState;

void Life::plan_closing() {
    int days = random_.low_between(14, 150);
    if (random_.chance(0.04)) days += random_.between(120, 320);
    if (world_.is_backlog(today_)) days += random_.between(5, 35);
    if (severity_ > 0.6) days += 20;
    resolves_ = random_.chance(0.58 + 0.2 * owner().care);
    closes_at_ = in_days(days);
    for (auto const& later : story_.later)
        if (closes_at_ < later.received_at.plus_hours(72))
            closes_at_ = world_.hours.on(london_date(later.received_at).plus_days(15), random_);
    schedule(closes_at_, During::open, [this] { try_to_close(); });
}

void Life::try_to_close() {
    if (file_.state == domain::cases::State::closing) return;
    if (file_.state == domain::cases::State::paused) {
        schedule(in_days(random_.between(15, 30)), During::open, [this] { try_to_close(); });
        return;
    }
    auto const& by = acting();
    // The risk is looked at once more before a case that was not of standard risk is closed.
    if (file_.risk_band && file_.risk_band != domain::cases::RiskBand::standard)
        for (std::size_t n = 0; n < parts_.size(); ++n)
            if (voices_[n].assessed && random_.chance(0.8)) {
                assess(n);
                tick();
                break;
            }
    for (std::size_t place = 0; place < bundle_.steps.size(); ++place) {
        if (bundle_.steps[place].state != StepState::to_do) continue;
        if (plan_.state == domain::plans::PlanState::agreed)
            end_step(place, random_.chance(0.5) ? StepState::done : StepState::dropped,
                     "No longer needed: the case is being closed");
        tick();
    }
    for (auto& task : bundle_.tasks)
        if (!task.done_on) {
            task.done_on = today_;
            task.result = "No longer needed";
            ++task.version;
            record(by, events::task_done, task.id.text(),
                   Detail().personal("task", task.what).set("done_on", today_).personal("note", task.result));
            tick();
        }
    for (std::size_t place = 0; place < bundle_.interventions.size(); ++place)
        if (bundle_.interventions[place].respond_by && !bundle_.interventions[place].outcome) {
            end_intervention(place);
            tick();
        }
    for (std::size_t place = 0; place < bundle_.files.size(); ++place) open_file(place);
    domain::closures::Closing closing;
    closing.outcome = resolves_ ? Outcome::resolved : Outcome::unresolved;
    auto const reasons = closures::closing_reasons(world_.settings, closing.outcome, today_);
    closing.reason =
        reasons[static_cast<std::size_t>(random_.low_between(0, static_cast<int>(reasons.size()) - 1))];
    for (auto const& check : closures::closing_checks(world_.settings, today_)) {
        using domain::closures::Need;
        if (check.need == Need::officer_says) closing.confirmed.insert(check.code);
        if (!check.blocks && check.need == Need::plan_agreed && !file_.plan_agreed_on)
            closing.reasons[check.code] = "Settled by the first conversations, so that no plan was needed";
        if (!check.blocks && check.need == Need::risk_assessed &&
            (!file_.risk_assessed_on || days_between(*file_.risk_assessed_on, today_) > 28))
            closing.reasons[check.code] = "Nothing has happened for six weeks and they say they feel safe";
        if (!check.blocks && check.need == Need::spoken_to && !all_spoken_to_lately())
            closing.reasons[check.code] = "They did not answer three calls and a letter";
    }
    closing.summary = random_.pick(world_.data.of(resolves_ ? "closing.resolved" : "closing.unresolved"));
    closing.explanation =
        random_.pick(world_.data.of(resolves_ ? "closing.told" : "closing.told_unresolved"));
    if (closures::needs_approval(world_.settings, file_, closing.outcome, today_))
        ask_to_close(closing);
    else
        close(closing, by.account.id, by);
}

bool Life::all_spoken_to_lately() const {
    for (std::size_t n = 0; n < parts_.size(); ++n)
        if (has_clock(n) &&
            (voices_[n].conversations.empty() || days_between(voices_[n].conversations.back(), today_) > 14))
            return false;
    return true;
}

void Life::ask_to_close(domain::closures::Closing const& closing) {
    auto const& by = acting();
    file_.state = domain::cases::State::closing;
    auto const asked = ApprovalId(ids_.at(now_));
    bundle_.approvals.push_back({.id = asked,
                                 .kind = domain::approvals::Kind::closure,
                                 .case_file = file_.id,
                                 .subject = std::string(file_.id.text()),
                                 .reason = closing.summary,
                                 .details = domain::closures::to_json(closing),
                                 .requested_by = by.account.id,
                                 .requested_at = now_,
                                 .decision = {},
                                 .decision_note = "",
                                 .decided_by = {},
                                 .decided_at = {}});
    handled_by(by);
    record(by, events::closure_asked, asked.text(),
           Detail()
               .set("outcome", closing.outcome)
               .set("closing_reason", closing.reason)
               .personal("summary", closing.summary));
    auto const place = bundle_.approvals.size() - 1;
    bool const approved = random_.chance(0.92);
    schedule(in_days(random_.between(1, 8)), During::open, [this, place, closing, approved] {
        auto& decided = bundle_.approvals[place];
        auto const& second = manager();
        decided.decided_by = second.account.id;
        decided.decided_at = now_;
        if (approved) {
            decided.decision = domain::approvals::Decision::approved;
            close(closing, decided.requested_by, second);
            return;
        }
        decided.decision = domain::approvals::Decision::sent_back;
        decided.decision_note = random_.pick(world_.data.of("closing.sent_back"));
        file_.state = domain::cases::State::open;
        record(second, events::closure_sent_back, decided.id.text(),
               Detail().set("result", *decided.decision).personal("note", decided.decision_note));
        schedule(in_days(random_.between(10, 25)), During::open, [this] { try_to_close(); });
    });
}

void Life::close(domain::closures::Closing const& closing, AccountId closed_by, Employee const& by) {
    withdraw_reviews(by);
    for (auto& asked : bundle_.approvals) {
        if (asked.decision || asked.kind != domain::approvals::Kind::lower_risk) continue;
        asked.decision = domain::approvals::Decision::withdrawn;
        asked.decided_by = by.account.id;
        asked.decided_at = now_;
        for (auto& made : bundle_.assessments)
            if (made.assessment.id.text() == asked.subject)
                made.assessment.override_state = domain::risk::OverrideState::withdrawn;
        record(by, events::risk_override_decided, asked.subject, Detail().set("result", *asked.decision));
        tick();
    }
    file_.state = domain::cases::State::closed;
    file_.closed_at = now_;
    file_.closed_on = today_;
    file_.closed_by = closed_by;
    file_.outcome = closing.outcome;
    file_.closing_reason = closing.reason;
    file_.closing_summary = closing.summary;
    file_.risk_review_by.reset();
    std::string confirmed;
    for (auto const& code : closing.confirmed) confirmed += (confirmed.empty() ? "" : " ") + code;
    record(by, events::case_closed, file_.id.text(),
           Detail()
               .set("outcome", closing.outcome)
               .set("closing_reason", closing.reason)
               .personal("summary", closing.summary)
               .personal("told", closing.explanation)
               .set("confirmed", confirmed));
    write_closing_letters(closing, by);
    tick();
    make_surveys();
    plan_reopening();
}

void Life::plan_reopening() {
    double const likely = file_.outcome == Outcome::resolved ? 0.035 : 0.07;
    if (file_.reopened_count >= 2 || !random_.chance(likely)) return;
    schedule(in_days(random_.low_between(6, 80)), During::closed, [this] { reopen(); });
}

void Life::reopen() {
    closed_times_.push_back({*file_.closed_on, today_});
    bundle_.earlier.push_back(file_);
    auto const& by = acting();
    auto const outcome_before = *file_.outcome;
    file_.state = domain::cases::State::open;
    file_.closed_at.reset();
    file_.closed_on.reset();
    file_.closed_by.reset();
    file_.outcome.reset();
    file_.closing_reason.reset();
    file_.closing_summary.clear();
    file_.reopened_on = today_;
    ++file_.version;
    ++file_.reopened_count;
    file_.owner = owner().account.id;
    handled_by(by);
    record(by, events::case_reopened, file_.id.text(),
           Detail()
               .set("outcome", outcome_before)
               .personal("reason", random_.pick(world_.data.of("closing.reopened"))));
    apply_risk();
    for (auto& told : bundle_.surveys) {
        if (!told.survey.is_open()) continue;
        told.survey.state = domain::surveys::State::cancelled;
        ++told.survey.version;
        record(by, events::survey_ended, told.survey.id.text(),
               Detail().set("result", told.survey.state).set("reason", "case-reopened"));
    }
    for (std::size_t n = 0; n < parts_.size(); ++n) {
        if (!has_clock(n)) continue;
        voices_[n].first_contacts = 0;
        plan_first_contact(n, today_);
    }
    resolves_ = random_.chance(0.7);
    closes_at_ = in_days(random_.low_between(20, 110));
    schedule(closes_at_, During::open, [this] { try_to_close(); });
    plan_incidents();
    plan_notes();
}

}  // namespace doorstep::usecases::demo
