#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/plans/plan.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

struct SaveStep {
    std::string reference;         ///< of the case
    std::optional<PlanStepId> id;  ///< nothing: a new step, at the end
    std::int64_t version = 0;      ///< of the step, as the form showed it
    std::string what;
    domain::plans::Track track = domain::plans::Track::support;
    domain::plans::OwnerKind owner_kind = domain::plans::OwnerKind::officer;
    std::optional<AccountId> owner_account;
    std::optional<CasePersonId> owner_person;
    std::string owner_name;
    Date due_on;
};

/// Adds or changes a step of the draft. What was agreed is not changed (domain/plans/check_plan.h).
Expected<PlanStepId> save_step(Context& context, SaveStep const& input);

/// Takes a step out of the draft.
Expected<Done> remove_step(Context& context, std::string_view reference, PlanStepId id, std::int64_t version);

}  // namespace doorstep::usecases::plans
