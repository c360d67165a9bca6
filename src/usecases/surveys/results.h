#pragma once

#include <string>
#include <vector>

#include "storage/survey_comments.h"
#include "storage/surveys.h"
#include "usecases/context.h"
#include "usecases/surveys/open_survey.h"
#include "usecases/surveys/questions.h"

namespace doorstep::usecases::surveys {

/// A survey with its tries and, once it is completed, its answers.
struct SurveyResults {
    domain::surveys::Survey survey;
    std::string reference;
    std::string title;
    std::vector<storage::surveys::NamedAttempt> attempts;
    std::vector<AskedQuestion> questions;  ///< empty until it is completed
    std::vector<storage::surveys::Comment> comments;
    bool concern_waits = false;  ///< a manager has not followed it up yet
    bool may_call = false;
    bool may_follow_up = false;
    bool may_open_case = false;
};
Expected<SurveyResults> view_results(Context& context, std::string_view id);

}  // namespace doorstep::usecases::surveys
