#pragma once

#include <vector>

#include "base/date.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// What should not be there: dates and records that every use-case keeps in step, found where one did not, or
/// where rows came from elsewhere.
namespace doorstep::storage::nightly_checks {

/// Cases where a complainant's contact clock and the open item for it disagree in day or owner, where one of
/// them is missing, where an item is left of somebody who is no longer on the case or of a closed case, or
/// where the case's own next contact is not the earliest of its complainants.
std::vector<CaseFileId> clocks_out_of_step(sql::Read& tx, int limit);

/// Cases closed on or after this day, with a complainant whom we know, and not one survey for that closing.
std::vector<CaseFileId> closings_without_survey(sql::Read& tx, Date since, int limit);

}  // namespace doorstep::storage::nightly_checks
