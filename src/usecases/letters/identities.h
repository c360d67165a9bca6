#pragma once

#include <vector>

#include "domain/wording/mentions.h"
#include "storage/people.h"
#include "storage/sql/database.h"

namespace doorstep::usecases::letters {

/// Everybody of a case whom `reader` must not find in words sent to them: the other side, and others who
/// reported or saw it. Those who have left are still protected.
std::vector<domain::wording::Identity> identities_of_others(
    storage::sql::Read& tx, std::vector<storage::people::PersonOnCase> const& people, CasePersonId reader);

}  // namespace doorstep::usecases::letters
