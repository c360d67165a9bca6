#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/sql/database.h"
#include "storage/team.h"
#include "usecases/context.h"

/// Who may own a case, with what is needed to choose between them.
namespace doorstep::usecases::team {

struct Officer {
    AccountId id;
    std::string name;
    std::string job_title;
    /// Cases that the asker may see; nought for each when there is none.
    std::array<int, storage::team::figure_count> load{};
    /// The absence that is on or comes next.
    std::optional<Date> away_from;
    std::optional<Date> away_until;  ///< the first day back
    std::string covered_by;          ///< empty when nobody covers

    int of(storage::team::Figure figure) const { return load[static_cast<std::size_t>(figure)]; }
    bool is_away(Date today) const { return away_from && *away_from <= today; }
};

/// The days that the figures of today are about.
storage::team::Days days_of(Context& context);

/// Everybody active who may own a case, by name: three statements.
std::vector<Officer> officers(Context& context);

/// "12 open, 3 with something overdue, 2 high risk. Away from 3 June to 9 June, covered by Sam Reyes."
std::string load_words(Officer const& officer, Date today);

/// True for the roles that may own a case.
bool may_own_cases(domain::access::Roles roles);

}  // namespace doorstep::usecases::team
