#include <algorithm>
#include <cmath>

#include "domain/risk/case_risk.h"
#include "domain/risk/score.h"
#include "legal/standard_ids.h"
#include "usecases/demo/life.h"
#include "usecases/risk/override.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::cases::RiskBand;
using domain::events::Detail;
using domain::risk::OverrideState;

namespace {

/// An option, later ones for worse.
std::size_t option_for(domain::questions::Question const& question, double severity, Random& random) {
    auto const count = question.options.size();
    auto const mark = severity * 0.9 + (random.unit() - 0.5) * 0.8;
    auto const place = std::lround(mark * static_cast<double>(count - 1));
    return static_cast<std::size_t>(std::clamp<long>(place, 0, static_cast<long>(count) - 1));
}

domain::risk::Answers answers_for(domain::questions::QuestionSet const& set, double severity,
                                  domain::cases::CaseFile const& file, Random& random) {
    domain::risk::Answers answers;
    for (auto const& question : set.questions) {
        if (random.chance(0.015)) continue;
        auto place = option_for(question, severity, random);
        if (question.code == "threats-or-weapons" && place == 2 && !random.chance(severity * severity))
            place = 1;
        if (question.code == "who-you-are")
            place = file.hate ? (random.chance(0.85) ? 1 : 0) : (random.chance(0.015) ? 1 : 0);
        if (question.code == "self-harm") place = random.chance(file.self_harm ? 0.6 : 0.004) ? 1 : 0;
        answers[question.code] = question.options[place].code;
    }
    return answers;
}

}  // namespace

std::vector<domain::contacts::BandFrom> Life::bands() const {
    return domain::contacts::with_bands_before_assessment(
        given_bands_, std::min(file_.raised_on, file_.opened_on), file_.taken_as_high_on);
}

void Life::plan_assessment(std::size_t n) {
    // Some are never asked.
    if (!random_.chance(0.8 + 0.18 * owner().care)) return;
    auto const due = file_.risk_review_by.value_or(today_.plus_days(5));
    auto const room = std::max(0, days_between(today_, due));
    auto const at = random_.chance(care()) ? today_.plus_days(random_.between(0, std::max(0, room - 1)))
                                           : due.plus_days(random_.low_between(1, 15));
    schedule(world_.hours.after(world_.hours.on(at, random_), random_), During::open,
             [this, n] { assess(n); });
}

void Life::assess(std::size_t n) {
    auto const& by = acting();
    auto const& set = world_.settings.question_set("ram", today_);
    auto const answers = answers_for(set, severity_, file_, random_);
    auto const score = domain::risk::score(set, answers);
    domain::risk::Assessment made{.id = RiskAssessmentId(ids_.at(now_)),
                                  .case_file = file_.id,
                                  .person = parts_[n].id,
                                  .question_set = set.code,
                                  .set_version = set.version,
                                  .score = score.score,
                                  .worst_score = score.worst_score,
                                  .complete = score.complete,
                                  .scored_band = score.scored_band,
                                  .automatic_reason = score.automatic_reason,
                                  .band = score.band,
                                  .override_band = {},
                                  .override_reason = "",
                                  .flags = score.flags,
                                  .made_by = by.account.id,
                                  .made_at = now_,
                                  .made_on = today_,
                                  .review_by = {}};
    std::vector<domain::risk::Answer> kept;
    for (auto const& scored : score.answers)
        kept.push_back({scored.question, scored.option, scored.score, ""});
    choose_another_band(made, by);
    made.review_by = risk::review_by(world_.settings, today_, made.band);
    handled_by(by);
    record(by, events::risk_assessed, made.id.text(),
           Detail()
               .set("band", made.band)
               .set("score", made.score)
               .set("worst_score", made.worst_score)
               .set("complete", made.complete)
               .set("questions", made.set_version)
               .set("automatic_reason", made.automatic_reason)
               .set("override", made.override_state)
               .set("person", made.person)
               .personal("note", made.override_reason));
    if (made.has_flag("hate")) file_.hate = true;
    if (made.has_flag("self-harm"))
        file_.self_harm = true;
    else if (answers.contains("self-harm"))
        file_.self_harm = false;
    voices_[n].assessed = made;
    bundle_.assessments.push_back({made, std::move(kept)});
    auto const band_before = file_.risk_band;
    apply_risk();
    keep_manager_review(band_before, made, by);
    if (made.override_state == OverrideState::waiting) {
        auto const asked = ApprovalId(ids_.at(now_));
        bundle_.approvals.push_back({.id = asked,
                                     .kind = domain::approvals::Kind::lower_risk,
                                     .case_file = file_.id,
                                     .subject = std::string(made.id.text()),
                                     .reason = made.override_reason,
                                     .details = "{}",
                                     .requested_by = by.account.id,
                                     .requested_at = now_,
                                     .decision = {},
                                     .decision_note = "",
                                     .decided_by = {},
                                     .decided_at = {}});
        tick();
        record(by, events::risk_override_asked, asked.text(),
               Detail()
                   .change("band", made.band, *made.override_band)
                   .set("assessment", made.id)
                   .personal("note", made.override_reason));
        bool const approved = random_.chance(0.75);
        schedule(in_days(random_.between(1, 5)), During::open,
                 [this, n, asked, approved] { decide_lower_band(n, asked, approved); });
    }
    // Work on it makes it safer.
    severity_ = std::max(0.02, severity_ - 0.05 - 0.1 * random_.unit());
    if (!made.review_by) return;
    auto const review = *made.review_by;
    auto const day = random_.chance(care()) ? review.plus_days(-random_.low_between(0, 4))
                                            : review.plus_days(random_.low_between(1, 20));
    schedule(world_.hours.on(day, random_), During::open, [this, n] { assess(n); });
}

void Life::choose_another_band(domain::risk::Assessment& made, Employee const& by) {
    if (made.band != RiskBand::high && random_.chance(0.025)) {
        made.override_band = made.band == RiskBand::standard ? RiskBand::medium : RiskBand::high;
        made.override_reason = random_.pick(world_.data.of("risk.raised"));
        made.override_state = OverrideState::raised;
        made.band = *made.override_band;
    } else if (made.band != RiskBand::standard && made.automatic_reason.empty() &&
               random_.chance(0.04 * (1.4 - by.care))) {
        made.override_band = made.band == RiskBand::high ? RiskBand::medium : RiskBand::standard;
        made.override_reason = random_.pick(world_.data.of("risk.lowered"));
        made.override_state = OverrideState::waiting;
    }
}

void Life::decide_lower_band(std::size_t n, ApprovalId asked, bool approved) {
    auto& newest = voices_[n].assessed;
    auto const approval = std::find_if(bundle_.approvals.begin(), bundle_.approvals.end(),
                                       [&](auto const& each) { return each.id == asked; });
    auto const found =
        std::find_if(bundle_.assessments.begin(), bundle_.assessments.end(),
                     [&](auto const& each) { return each.assessment.id.text() == approval->subject; });
    if (found->assessment.override_state != OverrideState::waiting) return;
    auto const& by = manager();
    auto& made = found->assessment;
    auto const before = made.band;
    made.override_state = approved ? OverrideState::approved : OverrideState::refused;
    if (approved) {
        made.band = *made.override_band;
        made.review_by = risk::review_by(world_.settings, made.made_on, made.band);
    }
    auto const decision =
        approved ? domain::approvals::Decision::approved : domain::approvals::Decision::sent_back;
    approval->decision = decision;
    approval->decision_note = approved ? "" : "There was an incident last week: leave it as it is";
    approval->decided_by = by.account.id;
    approval->decided_at = now_;
    record(by, events::risk_override_decided, made.id.text(),
           Detail()
               .set("result", decision)
               .change("band", before, made.band)
               .set("assessment", made.id)
               .personal("note", approval->decision_note));
    handled_by(by);
    if (newest && newest->id == made.id) {
        newest = made;
        apply_risk();
        if (file_.risk_band != RiskBand::high) withdraw_reviews(by);
    }
}

void Life::withdraw_reviews(Employee const& by) {
    for (auto& asked : bundle_.approvals) {
        if (asked.decision || asked.kind != domain::approvals::Kind::high_risk) continue;
        asked.decision = domain::approvals::Decision::withdrawn;
        asked.decided_by = by.account.id;
        asked.decided_at = now_;
    }
}

/// A manager looks at it, most within a working day.
void Life::keep_manager_review(std::optional<RiskBand> band_before, domain::risk::Assessment const& made,
                               Employee const& by) {
    if (file_.risk_band != RiskBand::high) return withdraw_reviews(by);
    if (band_before == RiskBand::high) return;
    auto const place = bundle_.approvals.size();
    bundle_.approvals.push_back({.id = ApprovalId(ids_.at(now_)),
                                 .kind = domain::approvals::Kind::high_risk,
                                 .case_file = file_.id,
                                 .subject = std::string(made.id.text()),
                                 .reason = "",
                                 .details = "{}",
                                 .requested_by = by.account.id,
                                 .requested_at = now_,
                                 .decision = {},
                                 .decision_note = "",
                                 .decided_by = {},
                                 .decided_at = {}});
    auto const hours = random_.chance(0.85) ? 1 + random_.below(20) : 48 + random_.below(120);
    schedule(world_.hours.after(now_.plus_hours(hours), random_), During::open, [this, place] {
        auto& asked = bundle_.approvals[place];
        if (asked.decision) return;
        auto const& second = manager();
        asked.decision = domain::approvals::Decision::approved;
        asked.decided_by = second.account.id;
        asked.decided_at = now_;
        handled_by(second);
        record(second, events::high_risk_reviewed, asked.subject,
               Detail().set("result", *asked.decision).set("assessment", asked.subject).personal("note", ""));
    });
}

void Life::apply_risk() {
    std::vector<domain::risk::Assessment> newest;
    std::vector<domain::risk::PersonToAssess> to_assess;
    auto const scope =
        file_.taken_as_high_on ? legal::standard_scopes::high_risk : legal::standard_scopes::everything;
    for (std::size_t n = 0; n < parts_.size(); ++n) {
        if (voices_[n].assessed) newest.push_back(*voices_[n].assessed);
        if (has_clock(n))
            to_assess.push_back(
                {parts_[n].id, world_.settings.standards()
                                   .deadline(legal::standard_ids::risk_assessment, *parts_[n].raised_on,
                                             scope, world_.settings.site().division)
                                   .by});
    }
    auto const found = domain::risk::case_risk(newest);
    if (found.band && (given_bands_.empty() || given_bands_.back().band != *found.band)) {
        if (!given_bands_.empty() && given_bands_.back().from == today_)
            given_bands_.back().band = *found.band;
        else
            given_bands_.push_back({today_, *found.band});
    }
    file_.risk_band = found.band;
    file_.risk_score = found.score;
    file_.risk_assessed_on = found.assessed_on;
    file_.risk_review_by = domain::risk::next_assessment_by(newest, to_assess);
    domain::cases::keep_first_promises(file_);
}

}  // namespace doorstep::usecases::demo
