#pragma once

#include "forms/form.h"

/// The questions about a person that are asked both when they are added and when their details change.
namespace doorstep::inputs::people {

template <class Input>
forms::Field<Input> telephone_field(std::string Input::*member) {
    return forms::text_field(member,
                             {.name = "telephone",
                              .label = "Telephone number",
                              .classes = "govuk-input--width-20",
                              .input_type = "tel",
                              .optional = true},
                             {forms::at_most(50, "Telephone number must be 50 characters or fewer")});
}

template <class Input>
forms::Field<Input> email_field(std::string Input::*member) {
    return forms::text_field(member,
                             {.name = "email",
                              .label = "E-mail address",
                              .input_type = "email",
                              .spellcheck = false,
                              .optional = true},
                             {forms::at_most(254, "E-mail address must be 254 characters or fewer")});
}

template <class Input>
forms::Field<Input> address_field(std::string Input::*member) {
    return forms::textarea_field(member, {.name = "address", .label = "Address", .rows = 3, .optional = true},
                                 {forms::at_most(500, "Address must be 500 characters or fewer")});
}

template <class Input>
forms::Field<Input> date_of_birth_field(std::optional<Date> Input::*member) {
    return forms::date_field(member, {.name = "date-of-birth",
                                      .label = "Date of birth",
                                      .hint = "For example, 27 3 1986",
                                      .optional = true});
}

template <class Input>
forms::Field<Input> anonymous_field(bool Input::*member) {
    return forms::tick_field(member,
                             {.name = "anonymous", .label = "Never name them outside, whatever happens"});
}

template <class Input>
forms::Field<Input> vulnerabilities_field(std::string Input::*member) {
    return forms::textarea_field(member,
                                 {.name = "vulnerabilities",
                                  .label = "Is there anything that makes this harder for them?",
                                  .hint = "For example health, age, a disability, living alone",
                                  .rows = 3,
                                  .optional = true},
                                 {forms::at_most(2000, "Vulnerabilities must be 2,000 characters or fewer")});
}

}  // namespace doorstep::inputs::people
