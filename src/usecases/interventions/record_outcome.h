#pragma once

#include <cstdint>
#include <string>

#include "base/expected.h"
#include "domain/interventions/intervention.h"
#include "usecases/context.h"

namespace doorstep::usecases::interventions {

struct RecordOutcome {
    std::string reference;  ///< of the case
    InterventionId id;
    std::int64_t version = 0;  ///< of the step, as the form showed it
    domain::interventions::Outcome outcome{};
    Date outcome_on;
    std::string note;
};

/// Writes down what came of a step; a referral is no longer chased. Refused: what check_outcome refuses, a
/// step of another case, a closed case, and when somebody else wrote first.
Expected<Done> record_outcome(Context& context, RecordOutcome const& input);

}  // namespace doorstep::usecases::interventions
