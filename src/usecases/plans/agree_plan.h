#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/plans/plan.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

struct AgreePlan {
    std::string reference;     ///< of the case
    ActionPlanId plan;         ///< the draft that was read out
    std::int64_t version = 0;  ///< as it was then
    Date agreed_on;
    CasePersonId with;
    domain::plans::AgreedHow how{};
    std::optional<domain::plans::CopyHow> copy_how;  ///< when they were given a copy there and then
};

struct PlanAgreed {
    int steps = 0;
    bool kept_promise = true;  ///< agreed by the day promised, where there was one
};

/// The draft becomes the plan of the case (M-84): its steps are everybody's work from now on. A plan agreed
/// before is replaced; what it left undone ends with it, late where its day had passed.
Expected<PlanAgreed> agree_plan(Context& context, AgreePlan const& input);

}  // namespace doorstep::usecases::plans
