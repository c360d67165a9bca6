#pragma once

#include <vector>

#include "domain/cases/case_file.h"
#include "domain/orders/possession.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

/// Conditions of the absolute ground that the case's own records open, with the last day for the notice as
/// the law sets it: closure orders (4), what courts made of breaches (2, 3), convictions and findings (1, 2,
/// 3, 5), each with its last appeal. One statement.
std::vector<domain::orders::ConditionFound> find_conditions(storage::sql::Read& tx, Settings const& settings,
                                                            CaseFileId file, Instant now);

/// Puts the last day of every condition that is met, or that time alone may meet, on the lists of the officer
/// and the manager, and takes off what is over: appealed, set aside, or answered by a notice. Call it
/// wherever one of the records changed.
void refresh_conditions(Change& change, Settings const& settings, domain::cases::CaseFile const& file);

}  // namespace doorstep::usecases::orders
