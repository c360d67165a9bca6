#include "usecases/closures/view_closure.h"

#include <algorithm>

#include "domain/cases/states.h"
#include "storage/accounts.h"
#include "usecases/cases/open_case.h"
#include "usecases/closures/closing_facts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::closures {

using domain::access::Action;
using domain::cases::Outcome;
using domain::cases::State;
using domain::closures::Need;

namespace {

std::vector<ClosureView::Reason> reasons_for(Settings const& settings, Outcome outcome, Date on) {
    std::vector<ClosureView::Reason> reasons;
    for (auto& code : closing_reasons(settings, outcome, on))
        reasons.push_back({code, std::string(settings.list("closing-reasons").label(code))});
    return reasons;
}

std::string reason_label(Settings const& settings, domain::cases::CaseFile const& file) {
    return file.closing_reason ? std::string(settings.list("closing-reasons").label(*file.closing_reason))
                               : "";
}

void fill_checks(Context& context, ClosureView& view) {
    auto& tx = context.read();
    auto const& settings = context.settings();
    auto const facts = closing_facts(tx, settings, context.viewer, view.file, context.today);
    auto const items = storage::work_items::listed_of_case(tx, view.file.id);
    for (auto& check : closing_checks(settings, context.today)) {
        if (!domain::closures::concerns(check, facts)) continue;
        ClosureView::CheckLine line{
            .check = check, .met = domain::closures::is_met(check, facts, {}), .open = {}};
        if (check.work)
            for (auto const& item : items)
                if (item.item.kind == *check.work) line.open.push_back(item);
        view.checks.push_back(std::move(line));
    }
    view.is_blocked = !domain::closures::left_to_do(closing_checks(settings, context.today), facts).empty();
}

}  // namespace

Expected<ClosureView> view_closure(Context& context, std::string_view reference) {
    auto& tx = context.read();
    auto opened = cases::open_case_with_standing(tx, context.viewer, reference, Action::close_case);
    if (!opened) return refuse(opened.error());
    ClosureView view;
    view.file = std::move(opened->file);
    auto const& file = view.file;
    auto const& settings = context.settings();
    view.counts = storage::cases::section_counts(tx, file.id);
    context.note_view("case", file.id, file.id.text());
    if (file.is_closed()) {
        view.reason_label = reason_label(settings, file);
        if (file.closed_by)
            if (auto const account = storage::accounts::find(tx, *file.closed_by))
                view.closed_by_name = account->name;
        view.may_reopen = domain::access::may_on_case(context.viewer, Action::reopen_case, opened->standing);
        return view;
    }
    if (file.state == State::closing) {
        view.waiting =
            storage::approvals::waiting_about(tx, domain::approvals::Kind::closure, file.id.text());
        if (view.waiting) {
            view.may_take_back = view.waiting->approval.requested_by == context.viewer.account;
            if (auto const closing = domain::closures::closing_of(view.waiting->approval.details))
                view.waiting_reason = settings.list("closing-reasons").label(closing->reason);
        }
        return view;
    }
    fill_checks(context, view);
    view.resolved = reasons_for(settings, Outcome::resolved, context.today);
    view.unresolved = reasons_for(settings, Outcome::unresolved, context.today);
    view.approval_if_resolved = needs_approval(settings, file, Outcome::resolved, context.today);
    view.approval_if_unresolved = needs_approval(settings, file, Outcome::unresolved, context.today);
    return view;
}

Expected<StateForm> view_reopening(Context& context, std::string_view reference) {
    auto file = cases::open_case(context.read(), context.viewer, reference, Action::reopen_case);
    if (!file) return refuse(file.error());
    if (auto fits = domain::cases::next_state(file->state, domain::cases::Verb::reopen); !fits)
        return refuse(fits.error());
    auto label = reason_label(context.settings(), *file);
    return StateForm{.file = std::move(*file), .reason_label = std::move(label)};
}

Expected<StateForm> view_pause(Context& context, std::string_view reference) {
    auto file = cases::open_case(context.read(), context.viewer, reference, Action::hand_over_case);
    if (!file) return refuse(file.error());
    if (auto fits = domain::cases::next_state(file->state, domain::cases::Verb::pause); !fits)
        return refuse(fits.error());
    return StateForm{.file = std::move(*file), .reason_label = ""};
}

}  // namespace doorstep::usecases::closures
