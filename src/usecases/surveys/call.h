#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"
#include "usecases/surveys/invite.h"
#include "usecases/surveys/open_survey.h"
#include "usecases/surveys/person_words.h"
#include "usecases/surveys/questions.h"

/// A survey call (B02): the script, the questions, the answers.
namespace doorstep::usecases::surveys {

struct CallView {
    domain::surveys::Survey survey;
    std::string reference;
    std::string title;  ///< of the case: neutral
    PersonWords person;
    std::vector<AskedQuestion> questions;
    int attempts_allowed = 0;
    Invitation invitation;
    bool has_started() const { return survey.set_version.has_value(); }
};
/// What somebody needs who is about to ring, or is in the call.
Expected<CallView> view_call(Context& context, std::string_view id);

/// Fixes the version of the questions: the one in use today is asked to the end, even when a new one starts
/// meanwhile. Harmless when done again. Refused by telephone where they said ringing is not safe
/// ("way-not-safe").
Expected<Done> start_call(Context& context, std::string_view id, domain::surveys::Way way);

struct GivenAnswer {
    std::string question;
    std::string option;  ///< empty to skip
    std::string words;
};
/// Keeps one answer as the call goes, so that nothing is lost when it breaks off. It counts only once the
/// survey is completed, and is no event of its own. Refused: a question that is not asked, an option it does
/// not have, a survey that was not started.
Expected<Done> keep_answer(Context& context, std::string_view id, GivenAnswer const& answer);

struct CompleteSurvey {
    std::string id;
    std::optional<std::int64_t> seen_version;
    domain::surveys::Way way = domain::surveys::Way::telephone;
    /// Paper: all of them at once. A call: those kept so far stand.
    std::vector<GivenAnswer> answers;
};
struct SurveyCompleted {
    std::string reference;
    int answered = 0;
    int comments = 0;  ///< now waiting to be sorted
};
/// The survey is done: its answers count, and what was said in words waits to be sorted (M-109). Refused when
/// not one question was answered: then it was declined.
Expected<SurveyCompleted> complete_survey(Context& context, CompleteSurvey const& input);

}  // namespace doorstep::usecases::surveys
