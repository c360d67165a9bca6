#pragma once

#include "forms/form.h"
#include "usecases/surveys/record_attempt.h"

/// What is asked of a try to reach somebody.
namespace doorstep::inputs::surveys {

forms::Form<usecases::surveys::RecordAttempt> const& attempt_form();

}  // namespace doorstep::inputs::surveys
