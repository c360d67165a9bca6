#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::contacts {

/// What the form for recording a contact needs to know of the case.
struct ContactFormView {
    std::string reference;
    std::optional<Date> next_contact_by;
    struct Person {
        CasePersonId id;
        std::string words;         ///< "Ana Silva, complainant"
        std::string safe_contact;  ///< "Telephone, no voicemail. No letters."
    };
    std::vector<Person> people;  ///< those still on the case, the reporting side first
};

Expected<ContactFormView> view_contact_form(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::contacts
