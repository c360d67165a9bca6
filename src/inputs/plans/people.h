#pragma once

#include "forms/spec.h"
#include "usecases/plans/view_plan.h"

namespace doorstep::inputs::plans {

/// People as choices of a form.
std::vector<forms::Choice> person_choices(std::vector<usecases::plans::PersonChoice> const& people);

}  // namespace doorstep::inputs::plans
