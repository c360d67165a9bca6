#include "usecases/approvals/view_approvals.h"

#include <algorithm>

#include "legal/standard_ids.h"
#include "storage/accounts.h"
#include "storage/case_scope.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/risk.h"
#include "usecases/approvals/ask.h"
#include "usecases/approvals/find_approval.h"
#include "usecases/closures/closing_facts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::approvals {

using domain::access::Action;
using domain::approvals::Kind;
using storage::approvals::Asked;

namespace {

Date due_day(Settings const& settings, Asked const& asked) {
    return decide_by(settings, asked.approval.kind, london_date(asked.approval.requested_at));
}

void fill_closing(Context& context, ApprovalView& view) {
    auto& tx = context.read();
    auto const& settings = context.settings();
    view.closing = domain::closures::closing_of(view.asked.approval.details);
    if (!view.closing) return;
    view.closing_reason = settings.list("closing-reasons").label(view.closing->reason);
    for (auto const& [code, reason] : view.closing->reasons)
        view.passed_over.push_back({std::string(settings.list("closing-checks").label(code)), reason});
    if (view.asked.approval.decision) return;
    auto const file = storage::cases::find_by_reference(tx, view.asked.case_reference);
    if (!file) return;
    // The request itself is open work of the same kind as any other request about the case.
    auto facts = closures::closing_facts(tx, settings, context.viewer, *file, context.today);
    auto const own = std::find(facts.open_work.begin(), facts.open_work.end(), domain::work::Kind::approval);
    if (own != facts.open_work.end()) facts.open_work.erase(own);
    for (auto const& check :
         domain::closures::left_to_do(closures::closing_checks(settings, context.today), facts))
        view.came_up.push_back(check.label);
}

void fill_assessment(Context& context, ApprovalView& view) {
    auto& tx = context.read();
    auto const id = RiskAssessmentId::parse(view.asked.approval.subject);
    auto made = id ? storage::risk::find(tx, *id) : std::nullopt;
    if (!made) return;
    view.assessment = std::move(made->assessment);
    for (auto const& entry : storage::people::people_of_case(tx, view.assessment->case_file))
        if (view.assessment->person == entry.part.id)
            view.person = entry.person ? entry.person->name : entry.part.description;
    context.note_view("people", view.assessment->case_file, view.assessment->id.text());
}

}  // namespace

Expected<ApprovalList> list_approvals(Context& context, int page) {
    if (auto allowed = context.require(Action::approve); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto const scope = storage::case_scope(context.viewer, Action::approve);
    ApprovalList list;
    list.total = storage::approvals::count_waiting_for(tx, scope);
    list.pages = std::max(1, (list.total + approvals_a_page - 1) / approvals_a_page);
    list.page = std::clamp(page, 1, list.pages);
    for (auto& asked :
         storage::approvals::waiting_for(tx, scope, approvals_a_page, (list.page - 1) * approvals_a_page)) {
        auto const due_on = due_day(context.settings(), asked);
        list.rows.push_back({std::move(asked), due_on});
    }
    return list;
}

Expected<ApprovalView> view_approval(Context& context, ApprovalId id) {
    if (auto allowed = context.require(Action::approve); !allowed) return refuse(allowed.error());
    auto asked = find_approval(context.read(), context.viewer, id);
    if (!asked) return refuse(asked.error());
    ApprovalView view;
    view.asked = std::move(*asked);
    view.due_on = due_day(context.settings(), view.asked);
    auto const& approval = view.asked.approval;
    if (approval.decided_by)
        if (auto const account = storage::accounts::find(context.read(), *approval.decided_by))
            view.decided_by = account->name;
    if (approval.kind == Kind::closure) fill_closing(context, view);
    if (approval.kind == Kind::lower_risk || approval.kind == Kind::high_risk) fill_assessment(context, view);
    if (approval.kind == Kind::standard)
        if (auto proposal = standards::view_proposal(context, approval.subject))
            view.standard = std::move(*proposal);
    if (approval.kind == Kind::questions)
        view.questions = questions::read_proposal(approval, context.settings());
    view.may_decide = !approval.decision;
    if (approval.case_file) context.note_view("case", *approval.case_file, id.text());
    return view;
}

}  // namespace doorstep::usecases::approvals
