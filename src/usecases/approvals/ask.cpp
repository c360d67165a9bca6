#include "usecases/approvals/ask.h"

#include "base/assert.h"
#include "legal/standard_ids.h"
#include "storage/approvals.h"
#include "storage/work_items.h"
#include "usecases/settings.h"

namespace doorstep::usecases::approvals {

using domain::approvals::Kind;

namespace {

ApprovalId put(Change& change, std::optional<CaseFileId> file, Request const& request) {
    DOORSTEP_ASSERT(change.viewer.account.has_value(), "the program does not ask for approval");
    auto const id = change.new_id<ApprovalId>();
    storage::approvals::insert(change.tx, {.id = id,
                                           .kind = request.kind,
                                           .case_file = file,
                                           .subject = request.subject,
                                           .reason = request.reason,
                                           .details = request.details,
                                           .requested_by = *change.viewer.account,
                                           .requested_at = change.now,
                                           .decision = {},
                                           .decision_note = "",
                                           .decided_by = {},
                                           .decided_at = {}});
    return id;
}

}  // namespace

ApprovalId ask(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
               Request const& request) {
    auto const id = put(change, file.id, request);
    auto const due = settings.standards().deadline(legal::standard_ids::approval, change.today, {},
                                                   settings.site().division);
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = {},
                              .kind = domain::work::Kind::approval,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(id.text()),
                              .due_on = due.by,
                              .high_risk = file.is_high_risk()},
                             change.now);
    return id;
}

ApprovalId ask_about_site(Change& change, Request const& request) { return put(change, {}, request); }

void decided_elsewhere(Change& change, Kind kind, std::string_view subject,
                       domain::approvals::Decision decision) {
    auto const asked = storage::approvals::waiting_about(change.tx, kind, subject);
    if (!asked) return;
    auto const& id = asked->approval.id;
    storage::approvals::decide(change.tx, id, decision, "", change.viewer.account, change.now);
    storage::work_items::finish(change.tx, domain::work::Kind::approval, id.text(), change.now);
}

void withdraw(Change& change, Kind kind, std::string_view subject) {
    decided_elsewhere(change, kind, subject, domain::approvals::Decision::withdrawn);
}

}  // namespace doorstep::usecases::approvals
