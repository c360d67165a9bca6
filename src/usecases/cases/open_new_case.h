#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/people/people.h"
#include "domain/places/assignment.h"
#include "usecases/context.h"

namespace doorstep::usecases::cases {

/// Somebody on a case from its first day.
struct FirstPerson {
    std::optional<PersonId> known;  ///< somebody we hold already; else `details`, when there is a name
    domain::people::Person details;
    domain::people::Part part = domain::people::Part::complainant;
    domain::people::Side side = domain::people::Side::reporting;
    std::string description;  ///< of somebody whose name nobody knows
    bool anonymous = false;
    std::optional<std::string> safe_contact_id;
    std::string vulnerabilities;
    bool can_be_contacted = true;  ///< a complainant nobody can reach has no contact clock
};

struct NewCase {
    std::string category;
    std::string subcategory;
    std::string title;  ///< empty: made from kind and place
    std::string channel;
    Date raised_on;
    std::optional<AddressId> address;
    std::string place_text;
    std::optional<AreaId> area;  ///< when there is no address
    bool hate = false;
    bool in_danger = false;
    bool self_harm = false;
    bool high_profile = false;
    bool taken_as_high = false;      ///< the report was promised a first contact as for high risk
    std::optional<AccountId> owner;  ///< nothing: whoever deals with this kind here
    std::vector<FirstPerson> people;
};

struct CaseOpened {
    domain::cases::CaseFile file;
    std::vector<domain::people::CasePerson> people;
    std::optional<domain::places::Reach> reach;  ///< by which rule the owner was found
};

/// Opens a case inside a change under way (M-66 to M-70): reference, neutral title, kind with its harm group,
/// both officers looked up from the address, people on their sides with contact clocks from the day it was
/// raised (as for high risk where the report was promised so, from today where its kind asks for it now),
/// risk assessment due, the complainants to be told who deals with it. A kind marked restricted, or a
/// high-profile report, makes the case restricted to its owner and whoever opened it. Does not ask for
/// permission: the caller did. Refused on the fields "kind", "closer-kind", "title" and "owner".
Expected<CaseOpened> open_new_case(Change& change, Settings const& settings, NewCase const& input);

/// Puts another person on a case that is open, with their clock and what is owed to them. Saves neither the
/// case nor its clock dates: the caller goes on with risk::apply_risk.
domain::people::CasePerson put_person(Change& change, domain::cases::CaseFile const& file,
                                      FirstPerson const& person, Date raised_on);

/// May own a case: an active colleague whose role works on cases.
bool may_own_cases(storage::sql::Read& tx, AccountId account);

}  // namespace doorstep::usecases::cases
