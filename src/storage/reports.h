#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/access/permissions.h"
#include "domain/reports/report.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage::reports {

using domain::reports::Report;

/// Which reports a viewer may see, decided in SQL beneath every list: those of the restricted queue only with
/// leave to see it, and those of a case only when the viewer may see that case.
struct ReportScope {
    CaseScope cases;
    bool sees_restricted = false;
};
ReportScope report_scope(domain::access::Viewer const& viewer);

/// With its kinds and earlier tellings. False, and nothing written, when a report with the same idempotency
/// key or the same import source and key is there already.
bool insert(sql::Write& tx, Report const& report);
/// Writes state, flags, reporter and where it ended up, where the version is still `report.version`, and
/// raises it. What was told never changes. False when someone else changed it first.
bool update(sql::Write& tx, Report& report);

/// With kinds and earlier tellings: three statements. Not scoped: the use-case asks may_see.
std::optional<Report> find(sql::Read& tx, ReportId id);
std::optional<Report> find_by_reference(sql::Read& tx, std::string_view reference);
std::optional<Report> find_by_idempotency_key(sql::Read& tx, std::string_view key);
std::optional<Report> find_imported(sql::Read& tx, std::string_view source, std::string_view key);
/// Whether this viewer may see it, by the same rule as the lists.
bool may_see(sql::Read& tx, ReportId id, ReportScope const& scope);

/// A report in a list: without kinds and earlier tellings, with the words behind its ids.
struct ListedReport {
    Report report;
    std::string address_line;  ///< with postcode; empty when the place is described
    std::string area_name;
    std::string looked_at_by_name;
    std::string case_reference;
    int files = 0;
};

/// One report with its kinds, its earlier tellings and the words behind its ids, when the scope allows: three
/// statements.
std::optional<ListedReport> find_listed(sql::Read& tx, ReportId id, ReportScope const& scope);
/// The same without kinds and earlier tellings: one statement.
std::optional<ListedReport> find_listed_shortly(sql::Read& tx, ReportId id, ReportScope const& scope);
/// When the last report came in, whatever became of it.
std::optional<Instant> last_arrival(sql::Read& tx, ReportScope const& scope);

enum class Queue { everything, ordinary, restricted };
/// What waits for a decision, in the order of triage: danger, self-harm, then the clock.
std::vector<ListedReport> waiting(sql::Read& tx, ReportScope const& scope, Queue queue, int limit,
                                  int offset);
int count_waiting(sql::Read& tx, ReportScope const& scope, Queue queue);

// Newest first, only what the scope allows. `but` leaves one out: the report they are looked up for.
std::vector<ListedReport> of_address(sql::Read& tx, ReportScope const& scope, AddressId address,
                                     std::optional<ReportId> but, int limit);
std::vector<ListedReport> of_postcode(sql::Read& tx, ReportScope const& scope, std::string_view postcode,
                                      std::optional<ReportId> but, int limit);
std::vector<ListedReport> of_reporter(sql::Read& tx, ReportScope const& scope, PersonId reporter,
                                      std::optional<ReportId> but, int limit);
/// Oldest first. The case itself was opened for the viewer by the caller.
std::vector<ListedReport> of_case(sql::Read& tx, CaseFileId file);

/// Every kind of each report, in the order of their codes.
std::map<ReportId, std::vector<std::string>> kinds_of(sql::Read& tx, std::vector<ReportId> const& ids);

}  // namespace doorstep::storage::reports
