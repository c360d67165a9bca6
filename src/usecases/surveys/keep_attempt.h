#pragma once

#include "domain/surveys/after_attempt.h"
#include "usecases/context.h"
#include "usecases/surveys/open_survey.h"

namespace doorstep::usecases::surveys {

struct AttemptWords {
    Instant tried_at;
    std::string note;
};
/// Inside a change: applies the rule, stores the try and the survey, records the event.
Expected<Done> keep_attempt(Change& change, Settings const& settings, OpenedSurvey& opened,
                            domain::surveys::TriedSurvey const& tried, AttemptWords const& words);

}  // namespace doorstep::usecases::surveys
