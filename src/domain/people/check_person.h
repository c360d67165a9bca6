#pragma once

#include "base/expected.h"
#include "domain/people/people.h"

namespace doorstep::domain::people {

/// What somebody writes down of a person on a case. Field names of refusals are those of the form.
struct PersonWritten {
    Part part = Part::complainant;
    std::optional<Side> side;  ///< asked of supporters and professionals only
    bool is_unknown = false;
    std::string name;
    std::string description;
    std::optional<Date> date_of_birth;
    std::optional<Date> raised_on;  ///< complainants
};

/// The few dates the rule asks for.
struct PersonFacts {
    Date today;
};

/// The side they stand on, or what is wrong. (1) A known person has a name; an unknown one is described
/// (M-64). (2) Somebody who reports is known: to stay unnamed outside is another question. (3) A supporter or
/// professional is on a side that somebody chose. (4) Nobody was born, and nothing was raised, in the future.
Expected<Side> check_person(PersonWritten const& person, PersonFacts const& facts);

/// A way of reaching someone needs what it is reached by: telephone and text a number, e-mail an address. At
/// least one way, or "I will contact you".
Expected<Done> check_safe_contact(SafeContact const& safe_contact, Date today);

}  // namespace doorstep::domain::people
