#pragma once

#include "forms/form.h"
#include "usecases/interventions/view_interventions.h"

/// The form of a step taken: which fields it has follows from its kind.
namespace doorstep::pages::interventions {

using domain::interventions::Intervention;

forms::Form<Intervention> intervention_form(usecases::interventions::InterventionForm const& view);
forms::Choices recipient_choices(usecases::interventions::InterventionForm const& view);

}  // namespace doorstep::pages::interventions
