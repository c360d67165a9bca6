#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/plans/plan.h"

/// When a plan may be agreed, changed and kept. Field names are those of the forms.
namespace doorstep::domain::plans {

/// (1) It says what is done and whose it is: an officer's step names an account, a partner's and a support
/// team's the team. (2) In a draft its day is not before the draft was made.
Expected<Done> check_step(PlanStep const& step, ActionPlan const& plan);

struct Agreement {
    Date agreed_on;
    CasePersonId with;
    AgreedHow how{};
};
/// (1) Only a draft with at least one step. (2) With somebody who reported and is still on the case. (3) The
/// day is not in the future and not before the issue was raised. (4) No step was due before the plan was
/// agreed: its day is set anew first, or it would be late before it began.
Expected<Done> check_agreement(ActionPlan const& plan, std::vector<PlanStep> const& steps,
                               Agreement const& agreement, std::vector<CasePersonId> const& complainants,
                               Date raised_on, Date today);

/// What is written about a step when it ends.
struct StepEnd {
    StepState state = StepState::done;  ///< done or dropped
    Date on;
    std::string result;
};
/// (1) A step of an agreed plan that is still to do: a draft's are changed or removed instead, and a replaced
/// plan's are over. (2) Not in the future, and not before the plan was agreed. (3) A step that is dropped
/// says why.
Expected<Done> check_end(PlanStep const& step, ActionPlan const& plan, StepEnd const& end, Date today);

/// A step may be changed or removed while its plan is a draft. What was agreed is changed by agreeing a new
/// plan, so that a day once promised cannot be moved out of sight.
Expected<Done> check_may_change(ActionPlan const& plan);

}  // namespace doorstep::domain::plans
