#include <algorithm>

#include "legal/standard_ids.h"
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
            record(by, events::task_done, task.id,
                   Detail().personal("task", task.what).set("done_on", today_).personal("note", task.result));
            tick();
        }
    auto const outcome = resolves_ ? Outcome::resolved : Outcome::unresolved;
    std::vector<std::string> reasons;
    for (auto const* reason : world_.settings.list("closing-reasons").in_use(today_))
        if (reason->detail("outcome") == name_of(outcome)) reasons.push_back(reason->code);
    auto const& reason =
        reasons[static_cast<std::size_t>(random_.low_between(0, static_cast<int>(reasons.size()) - 1))];
    file_.closing_summary =
        random_.pick(world_.data.of(resolves_ ? "closing.resolved" : "closing.unresolved"));
    auto const& standards = world_.settings.standards();
    bool const asks = (file_.is_high_risk() && standards.yes(legal::standard_ids::closure_approval, today_,
                                                             legal::standard_scopes::high_risk)) ||
                      (!resolves_ && standards.yes(legal::standard_ids::closure_approval, today_,
                                                   legal::standard_scopes::unresolved)) ||
                      standards.yes(legal::standard_ids::closure_approval, today_);
    if (asks)
        ask_to_close(outcome, reason);
    else
        close(outcome, reason, by);
}

void Life::ask_to_close(Outcome outcome, std::string const& reason) {
    auto const& by = acting();
    file_.state = domain::cases::State::closing;
    auto const asked = ApprovalId(ids_.at(now_));
    bundle_.approvals.push_back(
        {.id = asked,
         .kind = domain::approvals::Kind::closure,
         .case_file = file_.id,
         .subject = std::string(file_.id.text()),
         .reason = file_.closing_summary,
         .details = Detail().set("outcome", outcome).set("closing_reason", reason).json(),
         .requested_by = by.account.id,
         .requested_at = now_,
         .decision = {},
         .decision_note = "",
         .decided_by = {},
         .decided_at = {}});
    handled_by(by);
    record(by, events::closure_asked, asked.text(),
           Detail()
               .set("outcome", outcome)
               .set("closing_reason", reason)
               .personal("summary", file_.closing_summary));
    auto const place = bundle_.approvals.size() - 1;
    bool const approved = random_.chance(0.92);
    schedule(in_days(random_.low_between(1, 6)), During::open, [this, place, outcome, reason, approved] {
        auto& decided = bundle_.approvals[place];
        auto const& second = manager();
        decided.decided_by = second.account.id;
        decided.decided_at = now_;
        if (approved) {
            decided.decision = domain::approvals::Decision::approved;
            close(outcome, reason, second);
            return;
        }
        decided.decision = domain::approvals::Decision::sent_back;
        decided.decision_note = random_.pick(world_.data.of("closing.sent_back"));
        file_.state = domain::cases::State::open;
        handled_by(second);
        record(second, events::closure_sent_back, decided.id.text(),
               Detail().personal("note", decided.decision_note));
        schedule(in_days(random_.between(10, 25)), During::open, [this] { try_to_close(); });
    });
}

void Life::close(Outcome outcome, std::string const& reason, Employee const& by) {
    file_.state = domain::cases::State::closed;
    file_.closed_at = now_;
    file_.closed_on = today_;
    file_.closed_by = by.account.id;
    file_.outcome = outcome;
    file_.closing_reason = reason;
    handled_by(by);
    record(by, events::case_closed, file_.id.text(),
           Detail()
               .set("outcome", outcome)
               .set("closing_reason", reason)
               .personal("summary", file_.closing_summary));
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
    file_.state = domain::cases::State::open;
    file_.closed_at.reset();
    file_.closed_on.reset();
    file_.closed_by.reset();
    file_.outcome.reset();
    file_.closing_reason.reset();
    file_.closing_summary.clear();
    file_.reopened_on = today_;
    ++file_.reopened_count;
    file_.owner = owner().account.id;
    handled_by(by);
    record(by, events::case_reopened, file_.id.text(),
           Detail()
               .set("owner", file_.owner)
               .personal("reason", random_.pick(world_.data.of("closing.reopened"))));
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
