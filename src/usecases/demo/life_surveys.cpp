#include <algorithm>
#include <array>

#include "domain/surveys/after_attempt.h"
#include "legal/standard_ids.h"
#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::events::Detail;
using domain::surveys::AttemptResult;
using domain::surveys::CommentKind;

void Life::make_surveys() {
    auto const due = world_.settings.standards().deadline(
        legal::standard_ids::survey_after_closure, *file_.closed_on, {}, world_.settings.site().division);
    for (std::size_t n = 0; n < parts_.size(); ++n) {
        if (parts_[n].part != domain::people::Part::complainant || !parts_[n].person) continue;
        bool const asked_before =
            std::any_of(bundle_.surveys.begin(), bundle_.surveys.end(),
                        [&](auto const& told) { return told.person == n && told.survey.stop_asking; });
        bool const same_day = std::any_of(
            bundle_.surveys.begin(), bundle_.surveys.end(),
            [&](auto const& told) { return told.person == n && told.survey.closed_on == *file_.closed_on; });
        if (asked_before || same_day) continue;
        Bundle::ToldSurvey told;
        told.person = n;
        told.survey = {.id = SurveyId(ids_.at(now_)),
                       .case_file = file_.id,
                       .person = parts_[n].id,
                       .set_version = {},
                       .closed_on = *file_.closed_on,
                       .due_on = due.by,
                       .next_try_on = due.by,
                       .way = {},
                       .area = file_.area,
                       .address = file_.address,
                       .category = file_.category,
                       .owner = file_.owner,
                       .completed_on = {},
                       .completed_by = {}};
        journal_.record(now_, Doer::program(), events::survey_due, told.survey.id.text(),
                        Detail()
                            .set("due_on", told.survey.due_on)
                            .set("person", told.survey.person)
                            .set("standard", due.standard_id));
        auto const place = bundle_.surveys.size();
        bundle_.surveys.push_back(std::move(told));
        schedule(world_.hours.on(due.by.plus_days(random_.low_between(0, 12)), random_), During::closed,
                 [this, place] { try_survey(place); });
    }
}

void Life::try_survey(std::size_t place) {
    auto& told = bundle_.surveys[place];
    if (!told.survey.is_open()) return;
    auto const& by = business_support();
    static std::vector<double> const weights{46, 26, 11, 8, 2, 2, 5};
    enum { answers, nobody, message, later, wrong, broken, declines };
    auto const went = random_.weighted(weights);
    if (went == answers) return complete_survey(place, by);
    static constexpr std::array results{AttemptResult::no_answer,    AttemptResult::no_answer,
                                        AttemptResult::message_left, AttemptResult::ring_later,
                                        AttemptResult::wrong_number, AttemptResult::broken_off,
                                        AttemptResult::declined};
    auto const allowed = world_.settings.standards().number(legal::standard_ids::survey_attempts, today_);
    auto const next = world_.hours.on_or_after(today_.plus_days(random_.between(2, 9)));
    auto const after =
        domain::surveys::after_attempt(told.survey,
                                       {.result = results[went],
                                        .tried_on = today_,
                                        .next_try_on = next,
                                        .stop_asking = went == declines && random_.chance(0.2)},
                                       allowed, today_);
    if (!after) return;
    auto const version = told.survey.version;
    told.survey = *after;
    told.survey.version = version + 1;
    bool const over = !told.survey.is_open();
    domain::surveys::Attempt attempt{
        .id = std::string(ids_.at(now_).text()),
        .survey = told.survey.id,
        .tried_at = now_,
        .tried_on = today_,
        .tried_by = by.account.id,
        .result = results[went],
        .note = "",
        .next_try_on = over ? std::nullopt : std::optional(told.survey.next_try_on)};
    record(by, over ? events::survey_ended : events::survey_attempted, told.survey.id.text(),
           Detail()
               .set("result", attempt.result)
               .set("tried_on", today_)
               .set("attempts", told.survey.attempts)
               .set("state", told.survey.state)
               .set("next_try_on", attempt.next_try_on)
               .set("stop_asking", told.survey.stop_asking)
               .personal("note", attempt.note));
    told.attempts.push_back(std::move(attempt));
    if (!over)
        schedule(world_.hours.on(told.survey.next_try_on.plus_days(random_.low_between(0, 6)), random_),
                 During::closed, [this, place] { try_survey(place); });
}

/// From 0 to 1: what was promised them and kept, and how it ended.
double Life::happiness(std::size_t person) {
    auto const& spoken = voices_[person].conversations;
    auto const& part = parts_[person];
    double happy = 0.14;
    auto const due = promise(legal::standard_ids::first_contact, *part.raised_on);
    if (!spoken.empty() && spoken.front() <= due) happy += 0.14;
    int gaps = 0;
    int kept = 0;
    for (std::size_t n = 1; n < spoken.size(); ++n) {
        ++gaps;
        if (days_between(spoken[n - 1], spoken[n]) <= 14) ++kept;
    }
    happy += gaps == 0 ? 0.02 : 0.16 * kept / gaps;
    if (file_.plan_agreed_on) happy += 0.1;
    happy += file_.outcome == domain::cases::Outcome::resolved ? 0.18 : -0.16;
    if (days_between(file_.opened_on, *file_.closed_on) > 150) happy -= 0.1;
    return std::clamp(happy + (random_.unit() - 0.5) * 0.55, 0.0, 1.0);
}

domain::surveys::Answer Life::answer(domain::questions::Question const& question, std::size_t person,
                                     double happy) {
    domain::surveys::Answer given{
        .question = question.code, .wording = question.wording, .option = "", .words = ""};
    if (random_.chance(0.03)) return given;
    auto const yes_or_no = [&](bool true_, double yes_if_true, double yes_if_not) {
        if (random_.chance(0.05)) return std::string("do-not-know");
        return std::string(random_.chance(true_ ? yes_if_true : yes_if_not) ? "yes" : "no");
    };
    auto const& spoken = voices_[person].conversations;
    if (question.code == "channel") {
        auto const* entry = world_.settings.list("channels").find(file_.channel, today_);
        bool const asked = entry && entry->detail("asked_in_survey") != "false";
        given.option = asked && random_.chance(0.93) ? file_.channel : "telephone";
    } else if (question.code == "first-contact") {
        auto const due = promise(legal::standard_ids::first_contact, *parts_[person].raised_on);
        given.option = yes_or_no(!spoken.empty() && spoken.front() <= due, 0.93, 0.25);
    } else if (question.code == "victims-code") {
        given.option = yes_or_no(voices_[person].rights_told_on.has_value(), 0.85, 0.18);
    } else if (question.code == "plan-agreed") {
        given.option = yes_or_no(file_.plan_agreed_on.has_value(), 0.88, 0.12);
    } else if (question.code == "plan-kept") {
        given.option = yes_or_no(file_.plan_agreed_on.has_value() && happy > 0.4, 0.9, 0.3);
    } else if (question.code == "contact-kept") {
        bool kept = spoken.size() > 1;
        for (std::size_t n = 1; n < spoken.size(); ++n)
            if (days_between(spoken[n - 1], spoken[n]) > 14) kept = false;
        given.option = yes_or_no(kept, 0.94, 0.35);
    } else if (question.code == "handling" || question.code == "outcome") {
        bool const of_outcome = question.code == "outcome";
        auto const mark = std::clamp(of_outcome ? happy - 0.07 : happy + 0.03, 0.0, 0.999);
        static constexpr std::array limits{0.68, 0.46, 0.38, 0.24, 0.0};
        for (std::size_t n = 0; n < limits.size() && given.option.empty(); ++n)
            if (mark >= limits[n]) given.option = question.options[n].code;
        if (!random_.chance(of_outcome ? 0.12 : 0.3)) return given;
        given.words = random_.pick(world_.data.of(mark >= 0.6    ? "survey.compliment"
                                                  : mark >= 0.38 ? "survey.observation"
                                                                 : "survey.concern"));
    } else if (!question.options.empty()) {
        given.option = random_.pick(question.options).code;
    }
    return given;
}

void Life::complete_survey(std::size_t place, Employee const& by) {
    auto& told = bundle_.surveys[place];
    auto& survey = told.survey;
    auto const& set = world_.settings.question_set("survey", today_);
    auto const& safe = cast_.members[told.person].safe_contact;
    survey.set_version = set.version;
    survey.way = safe.telephone_allowed ? domain::surveys::Way::telephone : domain::surveys::Way::paper;
    record(by, events::survey_started, survey.id.text(),
           Detail().set("questions", set.version).set("way", *survey.way));
    now_ = now_.plus_seconds(240 + random_.below(400));
    auto const happy = happiness(told.person);
    int answered = 0;
    int comments = 0;
    for (auto const& question : set.questions) {
        auto given = answer(question, told.person, happy);
        if (!given.option.empty()) ++answered;
        if (!given.words.empty()) {
            ++comments;
            auto const& words = world_.data.of("survey.compliment");
            bool const compliment = std::find(words.begin(), words.end(), given.words) != words.end();
            auto const& concerns = world_.data.of("survey.concern");
            bool const concern = std::find(concerns.begin(), concerns.end(), given.words) != concerns.end();
            comment(place, given.words,
                    compliment ? CommentKind::compliment
                    : concern  ? CommentKind::concern
                               : CommentKind::observation,
                    question.code == "outcome" ? "outcome"
                    : compliment               ? "officer"
                                               : "keeping-in-touch");
        }
        told.answers.push_back(std::move(given));
    }
    survey.state = domain::surveys::State::completed;
    survey.completed_on = today_;
    survey.completed_by = by.account.id;
    survey.next_try_on = today_;
    ++survey.version;
    record(by, events::survey_completed, survey.id.text(),
           Detail()
               .set("way", survey.way)
               .set("questions", survey.set_version)
               .set("answered", answered)
               .set("comments", comments));
}

void Life::comment(std::size_t place, std::string const& words, CommentKind kind, std::string const& about) {
    auto& told = bundle_.surveys[place];
    auto const said = told.comments.size();
    told.comments.push_back({.id = std::string(ids_.at(now_).text()),
                             .survey = told.survey.id,
                             .said_on = today_,
                             .words = words,
                             .kind = CommentKind::not_sorted,
                             .category = "",
                             .sorted_by = {},
                             .sorted_at = {}});
    schedule(in_days(random_.low_between(2, 20)), During::closed, [this, place, said, kind, about] {
        auto& sorted = bundle_.surveys[place].comments[said];
        auto const& by = manager();
        sorted.kind = kind;
        sorted.category = about;
        sorted.sorted_by = by.account.id;
        sorted.sorted_at = now_;
        record(by, events::comment_sorted, sorted.id, Detail().set("kind", kind).set("category", about));
    });
}

}  // namespace doorstep::usecases::demo
