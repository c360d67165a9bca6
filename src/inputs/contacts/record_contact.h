#pragma once

#include "forms/form.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/contacts/view_contact_form.h"

/// What is asked of a contact.
namespace doorstep::inputs::contacts {

forms::Form<usecases::contacts::RecordContact> const& record_contact_form();
/// The people of the case.
forms::Choices contact_choices(usecases::contacts::ContactFormView const& view);

}  // namespace doorstep::inputs::contacts
