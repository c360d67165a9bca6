#pragma once

#include <optional>
#include <string_view>

#include "base/expected.h"
#include "domain/access/action.h"
#include "domain/cases/case_file.h"
#include "domain/plans/plan.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

/// The plans of a case that still matter.
struct Plans {
    std::optional<domain::plans::ActionPlan> draft;
    std::optional<domain::plans::ActionPlan> agreed;
    int newest_number = 0;  ///< 0 before the first
};
Plans plans_of(storage::sql::Read& tx, CaseFileId file);

/// A step with the plan it belongs to; refused when it is not of this case.
struct StepOfPlan {
    domain::plans::ActionPlan plan;
    domain::plans::PlanStep step;
};
Expected<StepOfPlan> find_step(storage::sql::Read& tx, CaseFileId file, PlanStepId id);

/// The draft of a case, or a refusal that says how to make one.
Expected<domain::plans::ActionPlan> find_draft(storage::sql::Read& tx, CaseFileId file);

}  // namespace doorstep::usecases::plans
