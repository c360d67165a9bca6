#pragma once

#include <optional>
#include <string>

#include "forms/form.h"
#include "usecases/plans/end_step.h"
#include "usecases/plans/save_step.h"
#include "usecases/plans/view_plan.h"

/// The two forms of a step: what it says, and how it ended.
namespace doorstep::inputs::plans {

/// As typed: whose it is has a field for each kind of owner.
struct TypedStep {
    std::string what;
    domain::plans::Track track = domain::plans::Track::support;
    domain::plans::OwnerKind owner_kind = domain::plans::OwnerKind::officer;
    std::optional<AccountId> officer;
    std::optional<CasePersonId> complainant;
    std::optional<CasePersonId> complained_about;
    std::string partner_name;
    std::string team_name;
    Date due_on;
};
forms::Form<TypedStep> const& step_form();
forms::Choices step_choices(usecases::plans::StepForm const& view);
/// What the form shows for a step that is there.
TypedStep typed_step(domain::plans::PlanStep const& step);
usecases::plans::SaveStep save_step_input(TypedStep const& typed);

struct TypedEnd {
    domain::plans::StepState state = domain::plans::StepState::done;
    Date on;
    std::string result;
};
forms::Form<TypedEnd> const& end_form();

}  // namespace doorstep::inputs::plans
