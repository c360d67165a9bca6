#pragma once

#include "forms/form.h"
#include "usecases/settings.h"
#include "usecases/triage/decide.h"

/// What is asked of whoever decides about a report.
namespace doorstep::inputs::triage {

forms::Form<usecases::triage::DecideReport> const& decision_form();
forms::Choices decision_choices(usecases::Settings const& settings, Date today,
                                usecases::triage::DecisionForm const& view);

}  // namespace doorstep::inputs::triage
