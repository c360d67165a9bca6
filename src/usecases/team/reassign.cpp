#include "usecases/team/reassign.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "usecases/cases/open_case.h"
#include "usecases/settings.h"
#include "usecases/team/move_case.h"

namespace doorstep::usecases::team {

using domain::access::Action;
using storage::team::Figure;

namespace {

/// The ids chosen, once each; what is no id is left out.
std::vector<CaseFileId> ids_chosen(std::vector<std::string> const& typed) {
    std::vector<CaseFileId> ids;
    for (auto const& text : typed)
        if (auto const id = CaseFileId::parse(text);
            id && std::find(ids.begin(), ids.end(), *id) == ids.end())
            ids.push_back(*id);
    return ids;
}

Expected<Done> check_input(Reassign const& input) {
    std::vector<Problem> problems;
    auto const chosen = ids_chosen(input.cases).size();
    if (chosen == 0) problems.push_back({"cases", "Select the cases to move"});
    if (chosen > static_cast<std::size_t>(most_moved_at_once))
        problems.push_back({"cases", "Select 100 cases or fewer"});
    if (!input.to) problems.push_back({"to", "Select who deals with them from now on"});
    if (text::trim(input.reason).empty()) problems.push_back({"reason", "Enter why they move"});
    if (text::length(input.reason) > 1000)
        problems.push_back({"reason", "Reason must be 1,000 characters or fewer"});
    if (problems.empty()) return Done{};
    Refusal refusal(RefusalKind::invalid, "reassignment-incomplete", problems.front().message);
    for (auto& problem : problems)
        std::move(refusal).with_problem(std::move(problem.field), std::move(problem.message));
    return refuse(std::move(refusal));
}

}  // namespace

Expected<ReassignmentView> view_reassignment(Context& context, WhoseCases const& whose) {
    if (auto allowed = context.require(Action::reassign_cases); !allowed) return refuse(allowed.error());
    ReassignmentView view;
    view.officers = officers(context);
    view.nobodys = whose.nobodys;
    for (auto const& officer : view.officers)
        if (whose.from == officer.id) view.from = officer;
    if (!view.from && !view.nobodys) return view;
    auto& tx = context.read();
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    storage::team::Behind const which{.figure = Figure::open,
                                      .officer = view.from ? std::optional(view.from->id) : std::nullopt,
                                      .nobodys = view.nobodys};
    view.total = storage::team::count_behind(tx, scope, days_of(context), which);
    view.cases = storage::case_list::list(
        tx, scope, storage::team::cases_behind(tx, scope, days_of(context), which, most_moved_at_once, 0));
    return view;
}

Expected<ReassignmentCheck> check_reassignment(Context& context, Reassign const& input) {
    if (auto allowed = context.require(Action::reassign_cases); !allowed) return refuse(allowed.error());
    if (auto complete = check_input(input); !complete) return refuse(complete.error());
    auto& tx = context.read();
    ReassignmentCheck check;
    auto const all = officers(context);
    auto const to = std::find_if(all.begin(), all.end(), [&](auto const& o) { return o.id == *input.to; });
    if (to == all.end()) return refuse_field("owner-unknown", "to", "Select who deals with them from now on");
    check.to = *to;
    auto const ids = ids_chosen(input.cases);
    auto const conflicts = storage::team::conflicts(tx, ids);
    for (auto& listed :
         storage::case_list::list(tx, storage::case_scope(context.viewer, Action::see_case), ids)) {
        if (listed.is_closed()) continue;
        bool const in_conflict = std::any_of(conflicts.begin(), conflicts.end(), [&](auto const& conflict) {
            return conflict.case_file == listed.id && conflict.account == *input.to;
        });
        if (in_conflict) {
            check.in_conflict.push_back(listed.reference);
            continue;
        }
        if (listed.restricted) ++check.restricted;
        check.cases.push_back(std::move(listed));
    }
    if (check.cases.empty() && check.in_conflict.empty())
        return refuse_field("cases-gone", "cases", "Select the cases to move");
    return check;
}

Expected<Reassigned> reassign(Context& context, Reassign const& input) {
    if (auto complete = check_input(input); !complete) return refuse(complete.error());
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Reassigned> {
        auto const owner = storage::accounts::find(change.tx, *input.to);
        Reassigned done{.new_owner = owner ? owner->name : std::string(), .moved = 0, .letters = {}};
        for (auto const id : ids_chosen(input.cases)) {
            auto const stored = storage::cases::find(change.tx, id);
            if (!stored) return refuse(RefusalKind::not_found, "case-not-found", "There is no such case");
            auto file = cases::open_case_to_change(change, stored->reference, Action::reassign_cases);
            if (!file) return refuse(file.error());
            if (file->owner == *input.to) continue;
            auto const letters = move_case(change, settings, *file,
                                           {.to = *input.to, .housing_officer = {}, .note = input.reason});
            if (!letters) return refuse(letters.error());
            ++done.moved;
            done.letters.written += letters->written;
            done.letters.by_hand += letters->by_hand;
        }
        if (done.moved == 0)
            return refuse_field("nothing-moves", "to",
                                "They deal with these cases already: select somebody else");
        return done;
    });
}

}  // namespace doorstep::usecases::team
