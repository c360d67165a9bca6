#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/people/people.h"
#include "usecases/context.h"

namespace doorstep::usecases::people {

struct ChangePerson {
    std::string reference;
    CasePersonId id;
    /// As the form saw them: of the part, and of the person (0 for an unknown one).
    std::int64_t part_version = 0;
    std::int64_t person_version = 0;
    std::string name;
    std::string telephone;
    std::string email;
    std::string address_text;
    std::optional<Date> date_of_birth;
    std::string description;  ///< of an unknown person
    bool anonymous = false;
    std::string vulnerabilities;
};

/// Details of a person and of their part. Giving a name to an unknown person makes them known. Refused when
/// someone else changed either meanwhile ("changed-meanwhile": nothing typed is lost).
Expected<Done> change_person(Context& context, ChangePerson const& input);

struct LeaveCase {
    std::string reference;
    CasePersonId id;
    Date left_on;
    std::string reason;
};
/// No longer part of the case: the contact clock stops on that day, and what was kept and missed until then
/// stays counted.
Expected<Done> leave_case(Context& context, LeaveCase const& input);

}  // namespace doorstep::usecases::people
