#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/contacts/contact.h"
#include "domain/people/people.h"
#include "usecases/context.h"

/// Complainants know who deals with their case and who their housing officer is (M-80).
namespace doorstep::usecases::people {

/// False while they were never told, and again when either officer changed since.
bool is_told(domain::cases::CaseFile const& file, domain::people::CasePerson const& person);

/// Keeps one open item for every complainant on the case who has to be told, due from today, and none for the
/// others, such as those whom nobody can reach. Call it wherever an owner or housing officer changes, and
/// where a complainant joins or leaves; nothing is asked for while the case has no owner or is closed.
void keep_officers_told(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                        std::vector<domain::people::CasePerson> const& people);

struct TellOfficers {
    std::string reference;
    CasePersonId person;
    Date told_on;
    domain::contacts::Method how = domain::contacts::Method::telephone;
};
/// Stamps that they were told of the officers the case has now. Refused: nobody owns the case, a day in the
/// future or before they joined, somebody who is not a complainant.
Expected<Done> tell_officers(Context& context, TellOfficers const& input);

}  // namespace doorstep::usecases::people
