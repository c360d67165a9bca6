#pragma once

#include <optional>

#include "base/expected.h"
#include "domain/surveys/survey.h"

namespace doorstep::domain::surveys {

/// What became of a try to reach somebody.
struct TriedSurvey {
    AttemptResult result = AttemptResult::no_answer;
    Date tried_on;
    std::optional<Date> next_try_on;  ///< the day somebody should try again
    bool stop_asking = false;         ///< "do not ask me again", about any case
};

/// The survey after a try, or why the try cannot be. `attempts_allowed` is the landlord's standard.
///
/// (1) Only a survey that is still open can be tried. (2) A try has happened: not in the future, and not
/// before the case was closed. (3) Somebody who declines, or asks us to stop asking, is not tried again.
/// (4) Where we spoke, or they asked us to ring later, the survey stays open however often we tried: they
/// have not been out of reach. (5) Otherwise, after the last allowed try, they are not reachable. (6) The
/// next try is a day after this one: the day given, or the next day.
Expected<Survey> after_attempt(Survey survey, TriedSurvey const& tried, int attempts_allowed, Date today);

}  // namespace doorstep::domain::surveys
