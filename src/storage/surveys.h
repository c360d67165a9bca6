#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/surveys/survey.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage::surveys {

using domain::surveys::Answer;
using domain::surveys::Attempt;
using domain::surveys::CommentKind;
using domain::surveys::State;
using domain::surveys::Survey;

/// Nothing happens when this person of this case already has one for this closing.
void insert(sql::Write& tx, Survey const& survey);
std::optional<Survey> find(sql::Read& tx, SurveyId id);
/// Newest closing first.
std::vector<Survey> of_case(sql::Read& tx, CaseFileId file);
/// False when someone else changed it first.
bool update(sql::Write& tx, Survey& survey);
/// Surveys of a case that nobody has answered yet, when it is opened again. Their ids.
std::vector<SurveyId> cancel_open_of_case(sql::Write& tx, CaseFileId file);
/// Surveys due on or after `since` and no later than `today` that nobody tried yet and about which nothing
/// was written: `cause_prefix` and the id are the cause of the message. Oldest first.
std::vector<SurveyId> not_invited(sql::Read& tx, Date since, Date today, std::string_view cause_prefix,
                                  int limit);
/// Whether this person said "do not ask me again", in any case.
bool asked_us_to_stop(sql::Read& tx, PersonId person);

/// Whether this person worked on the case in any way: then they never make its call (M-95).
bool has_handled(sql::Read& tx, CaseFileId file, AccountId account);

/// Which of these cases this person worked on.
std::vector<CaseFileId> handled_by(sql::Read& tx, std::vector<CaseFileId> const& files, AccountId account);

void insert(sql::Write& tx, Attempt const& attempt);
/// Oldest first, with who tried.
struct NamedAttempt {
    Attempt attempt;
    std::string tried_by_name;
};
std::vector<NamedAttempt> attempts_of(sql::Read& tx, SurveyId survey);

/// Keeps the answer to one question, in place of an earlier one. Not counted until the survey is completed,
/// unless it is written after that, with the day it counts on.
void put_answer(sql::Write& tx, SurveyId survey, Answer const& answer, std::optional<Date> counts_on = {});
std::vector<Answer> answers_of(sql::Read& tx, SurveyId survey);
/// From now on figures count the answers, under the day the survey was due.
void count_answers(sql::Write& tx, SurveyId survey, Date due_on);

}  // namespace doorstep::storage::surveys
