#pragma once

#include <cstdint>
#include <string>

#include "base/expected.h"
#include "domain/plans/plan.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

struct EndStep {
    std::string reference;  ///< of the case
    PlanStepId id;
    std::int64_t version = 0;                                         ///< of the step, as the form showed it
    domain::plans::StepState state = domain::plans::StepState::done;  ///< done or dropped
    Date on;
    std::string result;
};

struct StepEnded {
    bool on_time = false;
    int late = 0;   ///< steps of the case late so far
    int total = 0;  ///< steps that count
};

/// A step of the agreed plan is done, or dropped with the reason (M-85). Anybody who works on the case may
/// say so: often it is not the owner of the case who did it.
Expected<StepEnded> end_step(Context& context, EndStep const& input);

}  // namespace doorstep::usecases::plans
