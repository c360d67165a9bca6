#pragma once

#include <optional>
#include <vector>

#include "domain/triage/decision.h"
#include "storage/sql/database.h"

namespace doorstep::storage::triage {

using domain::triage::Decision;

/// A report is decided once.
void insert(sql::Write& tx, Decision const& decision);
std::optional<Decision> find(sql::Read& tx, ReportId report);

}  // namespace doorstep::storage::triage
