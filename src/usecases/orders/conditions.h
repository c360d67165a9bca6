#pragma once

#include <vector>

#include "domain/orders/possession.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

/// Conditions of the absolute ground that the case's own records open, with the last day for the notice as
/// the law sets it. Convictions that are not on file (conditions 1, 3 and 5) are not found here.
std::vector<domain::orders::ConditionFound> find_conditions(storage::sql::Read& tx, Settings const& settings,
                                                            CaseFileId file, Instant now);

}  // namespace doorstep::usecases::orders
