#pragma once

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "storage/people.h"
#include "usecases/context.h"

/// What the verbs about people of a case share.
namespace doorstep::usecases::people {

/// The person's part on this case; "person-unknown" for one of another case.
Expected<storage::people::PersonOnCase> person_of_case(storage::sql::Read& tx, CaseFileId file,
                                                       CasePersonId id);

/// Their name, else how an unknown person was described.
std::string name_of_person(storage::people::PersonOnCase const& entry);

/// Saves the part with its clock; the case follows. Refused when someone else changed either first.
Expected<Done> save_person(Change& change, Settings const& settings, domain::cases::CaseFile& file,
                           domain::people::CasePerson& person);

}  // namespace doorstep::usecases::people
