#pragma once

#include <optional>

#include "base/expected.h"
#include "domain/contacts/contact.h"
#include "domain/people/people.h"

namespace doorstep::domain::contacts {

/// The few facts the rule asks for.
struct ContactFacts {
    Date today;
    TimeOfDay now;                                    ///< London time
    Date raised_on;                                   ///< the day the case's issue was raised
    std::optional<people::SafeContact> safe_contact;  ///< of the person, when given
};

/// Field names are those of the form: "made-on", "method".
/// (1) A contact has happened: not in the future. (2) Not before the issue was raised. (3) We reached out
/// only in a way the person said is safe; what they sent us, and visits to our office, are always allowed.
Expected<Done> check_contact(Contact const& contact, ContactFacts const& facts);

}  // namespace doorstep::domain::contacts
