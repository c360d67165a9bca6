#include "usecases/team/view_team.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::team {

using domain::access::Action;
using storage::team::Figure;

namespace {

constexpr int team_cases_per_page = 25;

int quiet_days_of(Context& context) {
    return context.settings().standards().number(legal::standard_ids::update, context.today);
}

}  // namespace

std::string figure_words(Figure figure, int quiet_days) {
    if (figure == Figure::no_contact) return "No contact in " + text::count_of(quiet_days, "day", "days");
    return std::string(words_of(figure));
}

std::string title_of(TeamCases const& list) {
    auto const whose = list.which.nobodys          ? std::string("Cases of nobody: ")
                       : list.officer_name.empty() ? std::string("Cases of the team: ")
                                                   : "Cases of " + list.officer_name + ": ";
    return whose + text::lower_ascii(figure_words(list.which.figure, list.quiet_days));
}

Expected<TeamView> view_team(Context& context) {
    if (auto allowed = context.require(Action::see_team); !allowed) return refuse(allowed.error());
    TeamView view;
    view.officers = officers(context);
    view.quiet_days = quiet_days_of(context);
    view.may_reassign = domain::access::may(context.viewer, Action::reassign_cases);
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    for (auto& row : storage::team::figures(context.read(), scope, days_of(context))) {
        for (std::size_t n = 0; n < row.counts.size(); ++n) view.totals[n] += row.counts[n];
        bool const listed = std::any_of(view.officers.begin(), view.officers.end(),
                                        [&](auto const& officer) { return row.officer == officer.id; });
        if (!listed) view.others.push_back(std::move(row));
    }
    return view;
}

Expected<TeamCases> list_team_cases(Context& context, TeamCasesQuery const& query) {
    if (auto allowed = context.require(Action::see_team); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    auto const days = days_of(context);
    TeamCases list;
    list.which = {.figure = query.figure, .officer = query.officer, .nobodys = query.nobodys};
    list.quiet_days = quiet_days_of(context);
    if (query.officer)
        if (auto const account = storage::accounts::find(tx, *query.officer))
            list.officer_name = account->name;
    list.total = storage::team::count_behind(tx, scope, days, list.which);
    list.pages = std::max(1, (list.total + team_cases_per_page - 1) / team_cases_per_page);
    list.page = std::clamp(query.page, 1, list.pages);
    auto const ids = storage::team::cases_behind(tx, scope, days, list.which, team_cases_per_page,
                                                 (list.page - 1) * team_cases_per_page);
    list.cases = storage::case_list::list(tx, scope, ids);
    return list;
}

}  // namespace doorstep::usecases::team
