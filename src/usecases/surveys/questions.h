#pragma once

#include <string>
#include <vector>

#include "domain/questions/question_set.h"
#include "domain/surveys/survey.h"
#include "usecases/settings.h"

namespace doorstep::usecases::surveys {

/// One question as it is asked: options of a dated list filled in.
struct AskedQuestion {
    std::string code;
    int wording = 1;
    std::string text;
    std::string hint;
    std::vector<domain::questions::Option> options;
    bool asks_words = false;
    /// What was answered so far; nothing when it has not been asked yet.
    std::optional<domain::surveys::Answer> answer;

    /// "Very well", empty when skipped.
    std::string answer_words() const;
};

/// The questions of this survey: of its own version once that is fixed, else of the version in use today.
domain::questions::QuestionSet const& question_set_of(Settings const& settings,
                                                      domain::surveys::Survey const& survey, Date today);
std::vector<AskedQuestion> asked_questions(Settings const& settings, domain::surveys::Survey const& survey,
                                           std::vector<domain::surveys::Answer> const& answers, Date today);

}  // namespace doorstep::usecases::surveys
