#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/case_list.h"
#include "storage/team.h"
#include "usecases/context.h"
#include "usecases/team/officers.h"

namespace doorstep::usecases::team {

/// Who has how much (T01): only cases the viewer may see are counted.
struct TeamView {
    std::vector<Officer> officers;  ///< those who may own a case, by name
    /// Cases of people who may not own one any more, and of nobody.
    std::vector<storage::team::OfficerFigures> others;
    std::array<int, storage::team::figure_count> totals{};
    int quiet_days = 0;  ///< what "no contact lately" means
    bool may_reassign = false;
};
Expected<TeamView> view_team(Context& context);

/// The cases behind one of its numbers.
struct TeamCasesQuery {
    storage::team::Figure figure = storage::team::Figure::open;
    std::optional<AccountId> officer;
    bool nobodys = false;
    int page = 1;
};
struct TeamCases {
    storage::team::Behind which;
    std::string officer_name;  ///< empty for the whole team or nobody's
    std::vector<storage::case_list::ListedCase> cases;
    int total = 0;
    int page = 1;
    int pages = 1;
    int quiet_days = 0;
};
Expected<TeamCases> list_team_cases(Context& context, TeamCasesQuery const& query);

/// "Cases of Dana Okafor: something overdue", "Cases of the team: no contact in 14 days"
std::string title_of(TeamCases const& list);
/// "No contact in 14 days"; the others are their own words.
std::string figure_words(storage::team::Figure figure, int quiet_days);

}  // namespace doorstep::usecases::team
