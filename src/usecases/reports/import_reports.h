#pragma once

#include "usecases/imports/importer.h"

namespace doorstep::usecases::reports {

/// `doorstep import reports`: rows of another system as reports, by a mapping
/// (docs/how-to/import-reports.md). Needs Action::import_records, and a mapping with source, key, `received`
/// and `what_happened`.
///
/// A row with a `signpost` is stored as passed on, one with an `everyday_noise` step as everyday noise, one
/// that `is_closed` as dealt with in the earlier system; every other waits in triage like any report. Times
/// are taken for London's. A row whose key was loaded before is left alone: what was told never changes.
Expected<imports::ImportResult> import_reports(Context& context, imports::ImportOptions const& options);

}  // namespace doorstep::usecases::reports
