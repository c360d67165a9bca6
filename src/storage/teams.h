#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/accounts/team.h"
#include "storage/sql/database.h"

namespace doorstep::storage::teams {

using domain::accounts::Team;

/// False when there is a team of this name.
bool insert(sql::Write& tx, Team const& team);
bool rename(sql::Write& tx, Team const& team);
std::optional<Team> find(sql::Read& tx, TeamId id);
struct TeamWithMembers {
    Team team;
    std::int64_t members = 0;  ///< active accounts
};
/// Sorted by name.
std::vector<TeamWithMembers> list(sql::Read& tx);

}  // namespace doorstep::storage::teams
