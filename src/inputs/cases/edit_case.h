#pragma once

#include "forms/form.h"
#include "usecases/cases/edit_case.h"

/// What a case says of itself, as it is asked.
namespace doorstep::inputs::cases {

forms::Form<usecases::cases::EditCase> const& edit_case_form();
forms::Choices edit_case_choices(usecases::cases::CaseFormView const& view);

}  // namespace doorstep::inputs::cases
