#include "storage/teams.h"

namespace doorstep::storage::teams {
namespace {

sql::Query const insert_team{"teams.insert", R"sql(
    INSERT INTO team (id, name) VALUES (:id, :name) ON CONFLICT DO NOTHING
)sql"};
// Names are unique; the condition turns a clash into "nothing changed".
sql::Query const update_team{"teams.rename", R"sql(
    UPDATE team SET name = :name
    WHERE id = :id AND NOT EXISTS (SELECT 1 FROM team other WHERE other.name = :name AND other.id <> :id)
)sql"};
sql::Query const select_by_id{"teams.find", "SELECT id, name FROM team WHERE id = :id"};
sql::Query const select_all{"teams.list", R"sql(
    SELECT t.id, t.name, (SELECT count(*) FROM account a WHERE a.team_id = t.id AND a.state = 'active')
    FROM team t ORDER BY t.name, t.id
)sql"};

}  // namespace

bool insert(sql::Write& tx, Team const& team) {
    return tx.run(insert_team, {{"id", team.id}, {"name", team.name}}) == 1;
}

bool rename(sql::Write& tx, Team const& team) {
    return tx.run(update_team, {{"id", team.id}, {"name", team.name}}) == 1;
}

std::optional<Team> find(sql::Read& tx, TeamId id) {
    return tx.one(select_by_id, {{"id", id}}, [](sql::Row& row) {
        Team team;
        row.read(team.id, team.name);
        return team;
    });
}

std::vector<TeamWithMembers> list(sql::Read& tx) {
    return tx.all(select_all, {}, [](sql::Row& row) {
        TeamWithMembers team;
        row.read(team.team.id, team.team.name, team.members);
        return team;
    });
}

}  // namespace doorstep::storage::teams
