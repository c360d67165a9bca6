#pragma once

#include "forms/form.h"
#include "usecases/plans/start_plan.h"
#include "usecases/plans/view_plan.h"

/// What is asked when a plan is begun.
namespace doorstep::inputs::plans {

forms::Form<usecases::plans::StartPlan> const& start_plan_form();
forms::Choices template_choices(usecases::plans::NewPlanForm const& view);

}  // namespace doorstep::inputs::plans
