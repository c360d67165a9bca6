#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/people/people.h"
#include "storage/people_matches.h"
#include "usecases/context.h"

namespace doorstep::usecases::people {

struct AddPerson {
    std::string reference;
    domain::people::Part part = domain::people::Part::complainant;
    std::optional<domain::people::Side> side;  ///< of a supporter or professional
    bool is_unknown = false;
    std::string name;
    std::string telephone;
    std::string email;
    std::string address_text;
    std::optional<Date> date_of_birth;
    std::string description;
    bool anonymous = false;
    std::string vulnerabilities;
    std::optional<Date> raised_on;    ///< of a complainant; today when not given
    std::optional<PersonId> same_as;  ///< somebody we know, chosen from likely_same
};

struct PersonAdded {
    CasePersonId id;
    domain::people::Part part{};
    std::optional<Date> first_contact_by;  ///< of a complainant: their clock has started
};

/// Puts a person on a case (C10). A complainant's contact clock starts, and telling them who deals with the
/// case becomes due. An unknown person is valid with a description (M-64).
Expected<PersonAdded> add_person(Context& context, AddPerson const& input);

/// Somebody this viewer may know of who could be the person written down: the same number or address for
/// e-mail, or a name that is nearly the same. Empty for those who may not see people across cases.
std::vector<storage::people::LikelySame> likely_same(Context& context, AddPerson const& input);

}  // namespace doorstep::usecases::people
