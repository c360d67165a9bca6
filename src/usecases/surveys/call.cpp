#include "usecases/surveys/call.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/people.h"
#include "storage/survey_comments.h"
#include "storage/surveys.h"

namespace doorstep::usecases::surveys {

using domain::surveys::Answer;
using domain::surveys::CommentKind;
using domain::surveys::State;
using domain::surveys::Survey;
using domain::surveys::Way;

namespace {

PersonWords words_of_person(storage::sql::Read& tx, Survey const& survey) {
    auto const part = storage::people::find_case_person(tx, survey.person);
    std::optional<domain::people::Person> person;
    std::optional<domain::people::SafeContact> safe;
    if (part && part->person) {
        auto found = storage::people::find_people(tx, {*part->person});
        if (!found.empty()) person = std::move(found.front());
    }
    if (part && part->safe_contact_id) {
        auto found = storage::people::find_safe_contacts(tx, {*part->safe_contact_id});
        if (!found.empty()) safe = found.begin()->second;
    }
    return person_words(person, safe);
}

Expected<Answer> checked(std::vector<AskedQuestion> const& questions, GivenAnswer const& given) {
    auto const question = std::find_if(questions.begin(), questions.end(),
                                       [&](auto const& asked) { return asked.code == given.question; });
    if (question == questions.end())
        return refuse(RefusalKind::not_found, "question-unknown", "This survey does not ask that question");
    bool const is_option = std::any_of(question->options.begin(), question->options.end(),
                                       [&](auto const& option) { return option.code == given.option; });
    if (!given.option.empty() && !is_option)
        return refuse_field("option-unknown", given.question, "Select one of the answers");
    return Answer{.question = given.question,
                  .wording = question->wording,
                  .option = given.option,
                  .words = question->asks_words ? given.words : ""};
}

Refusal not_started() { return Refusal(RefusalKind::conflict, "not-started", "Start the questions first"); }

int add_comments(Change& change, Survey const& survey, std::vector<Answer> const& answers) {
    int made = 0;
    for (auto const& answer : answers) {
        if (text::trim(answer.words).empty()) continue;
        storage::surveys::insert(change.tx,
                                 storage::surveys::Comment{.id = std::string(change.ids().next().text()),
                                                           .survey = survey.id,
                                                           .said_on = change.today,
                                                           .words = answer.words,
                                                           .kind = CommentKind::not_sorted,
                                                           .category = "",
                                                           .sorted_at = {}});
        ++made;
    }
    return made;
}

}  // namespace

Expected<CallView> view_call(Context& context, std::string_view id) {
    auto opened = open_survey_to_call(context.read(), context.viewer, id);
    if (!opened) return refuse(opened.error());
    auto const& settings = context.settings();
    auto const answers = storage::surveys::answers_of(context.read(), opened->survey.id);
    context.note_view("people", opened->file.id, opened->survey.id.text());
    auto invitation = invitation_of(context, opened->survey);
    return CallView{
        .survey = opened->survey,
        .reference = opened->file.reference,
        .title = opened->file.title,
        .person = words_of_person(context.read(), opened->survey),
        .questions = asked_questions(settings, opened->survey, answers, context.today),
        .attempts_allowed = settings.standards().number(legal::standard_ids::survey_attempts, context.today),
        .invitation = std::move(invitation)};
}

Expected<Done> start_call(Context& context, std::string_view id, Way way) {
    auto const& settings = context.settings();
    auto opened = open_survey_to_call(context.read(), context.viewer, id);
    if (!opened) return refuse(opened.error());
    if (way == Way::telephone && !words_of_person(context.read(), opened->survey).may_ring)
        return refuse(RefusalKind::unlawful, "way-not-safe",
                      "This person has not said that ringing them is safe. Send the questions on paper, or "
                      "ask the officer to find out");
    if (opened->survey.set_version) return Done{};
    return context.change([&](Change& change) -> Expected<Done> {
        auto fresh = open_survey_to_call(change.tx, change.viewer, id);
        if (!fresh) return refuse(fresh.error());
        auto& survey = fresh->survey;
        survey.set_version = question_set_of(settings, survey, change.today).version;
        survey.way = way;
        if (auto saved = save_survey(change, survey); !saved) return saved;
        change.record(survey.case_file, domain::events::survey_started, survey.id.text(),
                      domain::events::Detail().set("questions", *survey.set_version).set("way", way));
        return Done{};
    });
}

Expected<Done> keep_answer(Context& context, std::string_view id, GivenAnswer const& given) {
    auto opened = open_survey_to_call(context.read(), context.viewer, id);
    if (!opened) return refuse(opened.error());
    if (!opened->survey.set_version) return refuse(not_started());
    auto const answer =
        checked(asked_questions(context.settings(), opened->survey, {}, context.today), given);
    if (!answer) return refuse(answer.error());
    context.services.database.write(
        [&](storage::sql::Write& tx) { storage::surveys::put_answer(tx, opened->survey.id, *answer); });
    return Done{};
}

Expected<SurveyCompleted> complete_survey(Context& context, CompleteSurvey const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<SurveyCompleted> {
        auto opened = open_survey_to_call(change.tx, change.viewer, input.id);
        if (!opened) return refuse(opened.error());
        auto& survey = opened->survey;
        if (!survey.set_version) {
            if (input.way != Way::paper) return refuse(not_started());
            survey.set_version = question_set_of(settings, survey, change.today).version;
        }
        if (input.seen_version && *input.seen_version != survey.version)
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this survey while you were working");
        for (auto const& given : input.answers) {
            auto const answer = checked(asked_questions(settings, survey, {}, change.today), given);
            if (!answer) return refuse(answer.error());
            storage::surveys::put_answer(change.tx, survey.id, *answer);
        }
        auto const answers = storage::surveys::answers_of(change.tx, survey.id);
        auto const answered = std::count_if(answers.begin(), answers.end(), [](auto const& answer) {
            return !answer.option.empty() || !text::trim(answer.words).empty();
        });
        if (answered == 0)
            return refuse(RefusalKind::invalid, "nothing-answered",
                          "Not one question was answered: record that they do not want to answer instead");

        survey.state = State::completed;
        survey.way = input.way;
        survey.completed_on = change.today;
        survey.completed_by = change.viewer.account;
        survey.next_try_on = change.today;
        if (auto saved = save_survey(change, survey); !saved) return refuse(saved.error());
        storage::surveys::count_answers(change.tx, survey.id, survey.due_on);
        auto const comments = add_comments(change, survey, answers);
        change.record(survey.case_file, domain::events::survey_completed, survey.id.text(),
                      domain::events::Detail()
                          .set("way", survey.way)
                          .set("questions", survey.set_version)
                          .set("answered", static_cast<int>(answered))
                          .set("comments", comments));
        return SurveyCompleted{.reference = opened->file.reference,
                               .answered = static_cast<int>(answered),
                               .comments = comments};
    });
}

}  // namespace doorstep::usecases::surveys
