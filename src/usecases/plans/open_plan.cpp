#include "usecases/plans/open_plan.h"

#include <algorithm>

#include "storage/plans.h"

namespace doorstep::usecases::plans {

using domain::plans::PlanState;

Plans plans_of(storage::sql::Read& tx, CaseFileId file) {
    Plans plans;
    for (auto& named : storage::plans::of_case(tx, file)) {
        plans.newest_number = std::max(plans.newest_number, named.plan.number);
        if (named.plan.state == PlanState::draft) plans.draft = named.plan;
        if (named.plan.state == PlanState::agreed) plans.agreed = named.plan;
    }
    return plans;
}

Expected<StepOfPlan> find_step(storage::sql::Read& tx, CaseFileId file, PlanStepId id) {
    auto step = storage::plans::find_step(tx, id);
    auto plan = step ? storage::plans::find(tx, step->plan) : std::nullopt;
    if (!plan || step->case_file != file)
        return refuse(RefusalKind::not_found, "step-not-found", "There is no such step in this case's plan");
    return StepOfPlan{std::move(*plan), std::move(*step)};
}

Expected<domain::plans::ActionPlan> find_draft(storage::sql::Read& tx, CaseFileId file) {
    auto plans = plans_of(tx, file);
    if (!plans.draft)
        return refuse(RefusalKind::conflict, "no-draft",
                      "There is no draft of a plan: start a new plan to change what was agreed");
    return std::move(*plans.draft);
}

}  // namespace doorstep::usecases::plans
