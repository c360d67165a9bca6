#pragma once

#include <optional>

#include "domain/cases/case_file.h"
#include "storage/case_overview.h"
#include "usecases/cases/case_alerts.h"

namespace doorstep::usecases::orders {

/// What stands over a case now: the newest order or notice in force, and how many more there are.
std::optional<cases::CaseAlert> alert_of_orders(domain::cases::CaseFile const& file,
                                                storage::cases::OverviewFacts const& facts);

}  // namespace doorstep::usecases::orders
