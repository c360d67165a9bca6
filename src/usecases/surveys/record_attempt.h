#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/surveys/after_attempt.h"
#include "usecases/context.h"

namespace doorstep::usecases::surveys {

struct RecordAttempt {
    std::string id;  ///< of the survey
    domain::surveys::AttemptResult result = domain::surveys::AttemptResult::no_answer;
    Date tried_on;
    std::optional<TimeOfDay> tried_time;  ///< now when not given
    std::string note;
    std::optional<Date> next_try_on;
    bool stop_asking = false;
};

/// Records that somebody tried to reach them, and how it went. After the landlord's number of tries they are
/// not reachable (sla.survey_attempts). Gives the survey as it is now.
Expected<domain::surveys::Survey> record_attempt(Context& context, RecordAttempt const& input);

}  // namespace doorstep::usecases::surveys
