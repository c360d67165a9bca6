#pragma once

#include <optional>

#include "base/expected.h"
#include "domain/reports/report.h"
#include "storage/reports.h"
#include "usecases/context.h"

namespace doorstep::usecases::triage {

/// A report this viewer may do `action` on, with the words behind its ids, its kinds and earlier tellings:
/// three statements. One of the restricted queue, or of a case that is restricted from them, is "not found"
/// to those who could not give access.
Expected<storage::reports::ListedReport> open_report(storage::sql::Read& tx,
                                                     domain::access::Viewer const& viewer, ReportId id,
                                                     domain::access::Action action);

/// The same for changing what becomes of it: also refuses one that is settled, and a version that is no
/// longer the newest ("changed-meanwhile").
Expected<domain::reports::Report> open_report_to_change(Change& change, ReportId id,
                                                        domain::access::Action action,
                                                        std::optional<std::int64_t> seen_version = {});

/// Saves it, or refuses because someone else changed it in between.
Expected<Done> save_report(Change& change, domain::reports::Report& report);

}  // namespace doorstep::usecases::triage
