#pragma once

#include "forms/form.h"
#include "usecases/plans/agree_plan.h"
#include "usecases/plans/view_plan.h"

/// What is asked when a plan is agreed.
namespace doorstep::inputs::plans {

forms::Form<usecases::plans::AgreePlan> const& agree_plan_form();
forms::Choices agreement_choices(usecases::plans::AgreementForm const& view);

}  // namespace doorstep::inputs::plans
