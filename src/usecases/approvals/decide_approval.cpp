#include "usecases/approvals/decide_approval.h"

#include "base/text.h"
#include "storage/approvals.h"
#include "storage/case_scope.h"
#include "storage/work_items.h"
#include "usecases/approvals/find_approval.h"
#include "usecases/closures/close_case.h"
#include "usecases/questions/propose_questions.h"
#include "usecases/risk/manager_review.h"
#include "usecases/risk/override.h"
#include "usecases/settings.h"
#include "usecases/standards/change_standard.h"

namespace doorstep::usecases::approvals {

using domain::approvals::Decision;
using domain::approvals::Kind;
using storage::approvals::Asked;

namespace {

using Ended = std::optional<closures::Ended>;

Expected<Ended> nothing_more(Expected<Done> const& done) {
    if (!done) return refuse(done.error());
    return Ended{};
}

/// Each kind's own use-case carries its requests out.
Expected<Ended> carry_out(Change& change, Settings const& settings, Asked const& asked,
                          DecideApproval const& input) {
    switch (asked.approval.kind) {
        case Kind::lower_risk:
            return nothing_more(
                risk::carry_out_override(change, settings, asked, input.decision, input.note));
        case Kind::high_risk:
            return nothing_more(risk::carry_out_review(change, asked, input.decision, input.note));
        case Kind::closure:
            return closures::carry_out_closure(change, settings, asked, input.decision, input.note);
        case Kind::standard:
            return nothing_more(standards::carry_out_standard(change, settings, asked.approval.subject,
                                                              input.decision == Decision::approved
                                                                  ? standards::StandardDecision::approve
                                                                  : standards::StandardDecision::refuse));
        case Kind::questions:
            return nothing_more(
                questions::carry_out_questions(change, settings, asked.approval, input.decision));
    }
    return refuse(RefusalKind::invalid, "request-unknown", "This request cannot be decided");
}

}  // namespace

Expected<ApprovalDecided> decide_approval(Context& context, DecideApproval const& input) {
    if (auto allowed = context.require(domain::access::Action::approve); !allowed)
        return refuse(allowed.error());
    if (input.decision == Decision::sent_back && text::trim(input.note).empty())
        return refuse_field("note-missing", "note", "Enter what has to change");
    if (text::length(input.note) > 1000)
        return refuse_field("note-too-long", "note", "Note must be 1,000 characters or fewer");
    auto const& settings = context.settings();
    auto decided = context.change([&](Change& change) -> Expected<ApprovalDecided> {
        auto const asked = find_approval(change.tx, change.viewer, input.id);
        if (!asked) return refuse(asked.error());
        if (!storage::approvals::decide(change.tx, input.id, input.decision, input.note,
                                        change.viewer.account, change.now))
            return refuse(RefusalKind::conflict, "already-decided", "Somebody decided this already");
        storage::work_items::finish(change.tx, domain::work::Kind::approval, input.id.text(), change.now);
        auto done = carry_out(change, settings, *asked, input);
        if (!done) return refuse(done.error());
        return ApprovalDecided{.kind = asked->approval.kind,
                               .decision = input.decision,
                               .case_reference = asked->case_reference,
                               .ended = std::move(*done)};
    });
    bool const is_of_settings =
        decided && (decided->kind == Kind::standard || decided->kind == Kind::questions);
    if (is_of_settings) context.services.settings.reload();
    return decided;
}

}  // namespace doorstep::usecases::approvals
