#include "usecases/triage/open_report.h"

#include "base/text.h"
#include "storage/accounts.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using domain::reports::Report;
using storage::reports::ListedReport;

namespace {

tl::unexpected<Refusal> no_such_report() {
    return refuse(RefusalKind::not_found, "report-not-found", "There is no report here that you can see");
}

/// "Dana Okafor is looking at this report", "Dana Okafor decided this report".
tl::unexpected<Refusal> someone_was_faster(storage::sql::Read& tx, Report const& report) {
    std::string who = "Someone";
    if (report.looked_at_by)
        if (auto const account = storage::accounts::find(tx, *report.looked_at_by)) who = account->name;
    if (report.is_settled())
        return refuse(RefusalKind::conflict, "report-settled",
                      who + " has decided this report already: " + text::lower_ascii(words_of(report.state)));
    if (report.state == domain::reports::State::being_looked_at)
        return refuse(RefusalKind::conflict, "changed-meanwhile",
                      who + " started to look at this report while you were working");
    return refuse(RefusalKind::conflict, "changed-meanwhile",
                  "Someone changed this report while you were working");
}

}  // namespace

Expected<ListedReport> open_report(storage::sql::Read& tx, domain::access::Viewer const& viewer, ReportId id,
                                   Action action) {
    if (viewer.is_public())
        return refuse(RefusalKind::signed_out, "signed-out", "Sign in to see this report");
    if (!domain::access::may(viewer, action))
        return refuse(RefusalKind::forbidden, "not-allowed",
                      "Your role does not allow this: ask your manager for access");
    auto report = storage::reports::find_listed(tx, id, storage::reports::report_scope(viewer));
    if (!report) return no_such_report();
    return std::move(*report);
}

Expected<Report> open_report_to_change(Change& change, ReportId id, Action action,
                                       std::optional<std::int64_t> seen_version) {
    auto opened = open_report(change.tx, change.viewer, id, action);
    if (!opened) return refuse(opened.error());
    auto report = std::move(opened->report);
    if (report.is_settled()) return someone_was_faster(change.tx, report);
    if (seen_version && *seen_version != report.version) return someone_was_faster(change.tx, report);
    return report;
}

Expected<Done> save_report(Change& change, Report& report) {
    if (!storage::reports::update(change.tx, report))
        return refuse(RefusalKind::conflict, "changed-meanwhile",
                      "Someone changed this report while you were working");
    return Done{};
}

}  // namespace doorstep::usecases::triage
