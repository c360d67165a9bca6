#include "usecases/approvals/ask.h"

#include "base/assert.h"
#include "legal/standard_ids.h"
#include "storage/approvals.h"
#include "storage/work_items.h"
#include "usecases/cases/who_may.h"
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

/// Whose work a request about this case becomes.
std::optional<AccountId> approver_for(Change& change, domain::cases::CaseFile const& file) {
    std::optional<AccountId> any_manager;
    std::optional<AccountId> head;
    for (auto const& account : cases::who_may(change.tx, file, domain::access::Action::approve)) {
        if (account.id == change.viewer.account) continue;
        if (account.roles.has(domain::access::Role::asb_manager)) {
            if (file.team && account.team == file.team) return account.id;
            if (!any_manager) any_manager = account.id;
        } else if (!head) {
            head = account.id;
        }
    }
    return any_manager ? any_manager : head;
}

}  // namespace

Date decide_by(Settings const& settings, Kind kind, Date asked_on) {
    auto const standard = kind == Kind::high_risk ? legal::standard_ids::high_risk_manager_review
                                                  : legal::standard_ids::approval;
    return settings.standards().deadline(standard, asked_on, {}, settings.site().division).by;
}

ApprovalId ask(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
               Request const& request) {
    auto const id = put(change, file.id, request);
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = approver_for(change, file),
                              .kind = domain::work::Kind::approval,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(id.text()),
                              .due_on = decide_by(settings, request.kind, change.today),
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
