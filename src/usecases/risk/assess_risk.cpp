#include "usecases/risk/assess_risk.h"

#include <algorithm>

#include "base/text.h"
#include "domain/risk/assessment.h"
#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/risk.h"
#include "usecases/cases/open_case.h"
#include "usecases/risk/apply_risk.h"
#include "usecases/risk/manager_review.h"
#include "usecases/risk/override.h"
#include "usecases/risk/urgent.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {

using domain::cases::CaseFile;
using domain::questions::QuestionSet;
using domain::risk::Assessment;
using domain::risk::Override;
using domain::risk::OverrideState;
using domain::risk::Score;

namespace {

constexpr std::size_t longest_note = 1000;

Expected<Done> check_answers(QuestionSet const& set, AssessRisk const& input) {
    if (input.answers.empty())
        return refuse_field("nothing-answered", set.questions.front().code, "Answer at least one question");
    for (auto const& [question, option] : input.answers) {
        auto const* asked = set.question(question);
        if (!asked || !asked->option(option))
            return refuse_field("answer-unknown", question, "Select one of the answers");
    }
    for (auto const& [question, note] : input.notes)
        if (text::length(note) > longest_note)
            return refuse_field("note-too-long", "note-" + question,
                                "Note must be 1,000 characters or fewer");
    return Done{};
}

Expected<Done> check_person(storage::sql::Read& tx, CaseFile const& file, AssessRisk const& input) {
    bool anybody = false;
    for (auto const& person : storage::people::of_case(tx, file.id)) {
        if (person.part != domain::people::Part::complainant || person.left_on) continue;
        anybody = true;
        if (input.person == person.id) return Done{};
    }
    if (!anybody && !input.person) return Done{};
    return refuse_field("person-unknown", "person", "Select whose risk this is about");
}

Expected<Done> check_nobody_assessed_since(storage::sql::Read& tx, CaseFile const& file,
                                           AssessRisk const& input) {
    auto const newest = storage::risk::of_case(tx, file.id, 1);
    auto const newest_id = newest.empty() ? std::optional<RiskAssessmentId>() : newest.front().assessment.id;
    if (newest_id == input.seen) return Done{};
    return refuse(RefusalKind::conflict, "assessed-meanwhile",
                  "Someone assessed the risk of this case while you were working");
}

/// The assessment with the chosen band weighed against the computed one.
Expected<Assessment> assessment_of(Change& change, Settings const& settings, CaseFile const& file,
                                   AssessRisk const& input, QuestionSet const& set, Score const& score) {
    Assessment made{.id = change.new_id<RiskAssessmentId>(),
                    .case_file = file.id,
                    .person = input.person,
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
                    .made_by = change.viewer.account,
                    .made_at = change.now,
                    .made_on = change.today,
                    .review_by = {}};
    auto const change_of_band = domain::risk::override_of(score.band, input.chosen_band);
    if (change_of_band == Override::none) return made;
    if (text::trim(input.override_reason).empty())
        return refuse_field("reason-missing", "override-reason", "Enter why you chose another band");
    if (text::length(input.override_reason) > longest_note)
        return refuse_field("reason-too-long", "override-reason", "Reason must be 1,000 characters or fewer");
    made.override_band = input.chosen_band;
    made.override_reason = input.override_reason;
    if (change_of_band == Override::raised) {
        made.override_state = OverrideState::raised;
        made.band = *input.chosen_band;
    } else if (settings.standards().yes(legal::standard_ids::risk_lowering_needs_approval, change.today)) {
        made.override_state = OverrideState::waiting;
    } else {
        made.override_state = OverrideState::lowered;
        made.band = *input.chosen_band;
    }
    return made;
}

std::vector<domain::risk::Answer> answers_of(Score const& score, AssessRisk const& input) {
    std::vector<domain::risk::Answer> answers;
    for (auto const& scored : score.answers) {
        auto const note = input.notes.find(scored.question);
        answers.push_back({.question = scored.question,
                           .option = scored.option,
                           .score = scored.score,
                           .note = note == input.notes.end() ? "" : note->second});
    }
    return answers;
}

/// "hate" stays once somebody saw it so; "self-harm" follows what each person said last.
void set_flags(Change& change, CaseFile& file, Assessment const& made, QuestionSet const& set,
               AssessRisk const& input, std::vector<Assessment> const& newest) {
    auto const hate_before = file.hate;
    auto const self_harm_before = file.self_harm;
    if (made.has_flag("hate")) file.hate = true;
    bool anybody = made.has_flag("self-harm");
    for (auto const& other : newest)
        if (other.person != made.person && other.has_flag("self-harm")) anybody = true;
    bool const said = std::any_of(set.questions.begin(), set.questions.end(), [&](auto const& question) {
        return input.answers.contains(question.code) &&
               std::any_of(question.flags.begin(), question.flags.end(),
                           [](auto const& flag) { return flag.effect == "self-harm"; });
    });
    if (anybody)
        file.self_harm = true;
    else if (said)
        file.self_harm = false;
    if (file.hate != hate_before || file.self_harm != self_harm_before)
        change.record(file.id, domain::events::case_edited, file.id.text(),
                      domain::events::Detail()
                          .change("hate", hate_before, file.hate)
                          .change("self_harm", self_harm_before, file.self_harm));
}

}  // namespace

Expected<RiskAssessed> assess_risk(Context& context, AssessRisk const& input) {
    auto const& settings = context.settings();
    auto const& set = settings.question_set("ram", context.today);
    return context.change([&](Change& change) -> Expected<RiskAssessed> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::assess_risk);
        if (!file) return refuse(file.error());
        if (set.version != input.set_version)
            return refuse(RefusalKind::conflict, "questions-changed",
                          "The questions changed while you were working. Open the assessment again");
        if (auto checked = check_answers(set, input); !checked) return refuse(checked.error());
        if (auto checked = check_person(change.tx, *file, input); !checked) return refuse(checked.error());
        if (auto checked = check_nobody_assessed_since(change.tx, *file, input); !checked)
            return refuse(checked.error());

        auto const score = domain::risk::score(set, input.answers);
        auto made = assessment_of(change, settings, *file, input, set, score);
        if (!made) return refuse(made.error());
        made->review_by = review_by(settings, made->made_on, made->band);

        auto const newest_before = storage::risk::newest_of_each(change.tx, file->id);
        for (auto const& before : newest_before)
            if (before.person == made->person && before.override_state == OverrideState::waiting)
                withdraw_override(change, *file, before);
        storage::risk::insert(change.tx, *made, answers_of(score, input));
        change.record(file->id, domain::events::risk_assessed, made->id.text(),
                      domain::events::Detail()
                          .set("band", made->band)
                          .set("score", made->score)
                          .set("worst_score", made->worst_score)
                          .set("complete", made->complete)
                          .set("questions", made->set_version)
                          .set("automatic_reason", made->automatic_reason)
                          .set("override", made->override_state)
                          .set("person", made->person)
                          .personal("note", made->override_reason));
        set_flags(change, *file, *made, set, input, newest_before);
        if (made->override_state == OverrideState::waiting) ask_to_lower(change, settings, *file, *made);
        auto const band_before = file->risk_band;
        apply_risk(change, settings, *file);
        keep_manager_review(change, settings, *file, band_before, *made);
        bool const urgent = made->has_flag("self-harm");
        if (urgent) make_urgent_task(change, *file, *made);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        return RiskAssessed{.id = made->id,
                            .band = made->band,
                            .complete = made->complete,
                            .waits_for_approval = made->override_state == OverrideState::waiting,
                            .urgent = urgent,
                            .review_by = made->review_by,
                            .next_contact_by = file->next_contact_by};
    });
}

Expected<Score> preview_risk(Context& context, AssessRisk const& input) {
    auto& tx = context.read();
    auto const file =
        cases::open_case(tx, context.viewer, input.reference, domain::access::Action::assess_risk);
    if (!file) return refuse(file.error());
    auto const& set = context.settings().question_set("ram", context.today);
    if (auto checked = check_answers(set, input); !checked) return refuse(checked.error());
    if (auto checked = check_person(tx, *file, input); !checked) return refuse(checked.error());
    return domain::risk::score(set, input.answers);
}

}  // namespace doorstep::usecases::risk
