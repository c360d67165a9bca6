#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

struct StartPlan {
    std::string reference;               ///< of the case
    std::vector<std::string> templates;  ///< codes of the list "plan-templates"
    bool keep_open_steps = false;        ///< takes over what is still to do in the plan now agreed
};

/// Begins a draft (M-84): what is agreed stays in force until the draft is agreed too. Refused while there is
/// a draft already.
Expected<ActionPlanId> start_plan(Context& context, StartPlan const& input);

}  // namespace doorstep::usecases::plans
