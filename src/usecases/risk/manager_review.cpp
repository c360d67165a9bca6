#include "usecases/risk/manager_review.h"

#include "storage/approvals.h"
#include "usecases/approvals/ask.h"
#include "usecases/cases/open_case.h"
#include "usecases/tasks/tasks.h"

namespace doorstep::usecases::risk {

using domain::approvals::Decision;
using domain::approvals::Kind;
using domain::cases::CaseFile;
using domain::cases::RiskBand;

void keep_manager_review(Change& change, Settings const& settings, CaseFile const& file,
                         std::optional<RiskBand> band_before, domain::risk::Assessment const& made) {
    if (file.risk_band != RiskBand::high) return withdraw_manager_reviews(change, file);
    if (band_before == RiskBand::high) return;
    approvals::ask(change, settings, file,
                   {.kind = Kind::high_risk, .subject = std::string(made.id.text()), .reason = ""});
}

void withdraw_manager_reviews(Change& change, CaseFile const& file) {
    for (auto const& asked : storage::approvals::waiting_of_case(change.tx, file.id))
        if (asked.approval.kind == Kind::high_risk)
            approvals::withdraw(change, Kind::high_risk, asked.approval.subject);
}

Expected<Done> carry_out_review(Change& change, storage::approvals::Asked const& asked, Decision decision,
                                std::string_view note) {
    auto file = cases::open_case_to_change(change, asked.case_reference, domain::access::Action::approve);
    if (!file) return refuse(file.error());
    auto const owner = file->owner ? file->owner : std::optional(asked.approval.requested_by);
    if (decision == Decision::sent_back)
        tasks::put_task(change, *file,
                        {.id = change.new_id<domain::tasks::TaskId>(),
                         .case_file = file->id,
                         .what = "High risk, a manager asks: " + std::string(note),
                         .owner = *owner,
                         .due_on = change.today,
                         .done_on = {},
                         .result = {},
                         .created_by = change.viewer.account,
                         .created_at = change.now});
    if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
    change.record(file->id, domain::events::high_risk_reviewed, asked.approval.subject,
                  domain::events::Detail()
                      .set("result", decision)
                      .set("assessment", asked.approval.subject)
                      .personal("note", note));
    return Done{};
}

}  // namespace doorstep::usecases::risk
