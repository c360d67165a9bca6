#pragma once

#include <vector>

#include "domain/people/exclusion.h"
#include "domain/people/people.h"
#include "storage/sql/database.h"

/// Who is booked out of which service.
namespace doorstep::storage::exclusions {

using domain::people::ExclusionId;
using domain::people::ServiceExclusion;

void insert(sql::Write& tx, ServiceExclusion const& exclusion, Instant now);
struct Named {
    ServiceExclusion exclusion;
    std::string person_name;  ///< or what is known of them
    domain::people::Side side{};
};
/// All of a case, those that ended too; newest first.
std::vector<Named> of_case(sql::Read& tx, CaseFileId file);
/// False when it is not there, or ended already.
bool end(sql::Write& tx, ExclusionId id, Date ended_on, std::string_view reason);

}  // namespace doorstep::storage::exclusions
