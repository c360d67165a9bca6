#include "storage/absences.h"

namespace doorstep::storage::absences {
namespace {

#define ABSENCE_COLUMNS "id, account_id, from_on, until_on, cover_account_id, note, recorded_by, recorded_at"
sql::Query const insert_absence{"absences.insert", "INSERT INTO absence (" ABSENCE_COLUMNS R"sql()
    VALUES (:id, :account, :from_on, :until_on, :cover, :note, :recorded_by, :recorded_at)
)sql"};
sql::Query const select_away{"absences.away_on", "SELECT " ABSENCE_COLUMNS R"sql(
    FROM absence WHERE account_id {in:accounts} AND from_on <= :day AND until_on > :day ORDER BY until_on DESC, id
)sql"};

sql::Query const select_not_over{"absences.not_over", "SELECT " ABSENCE_COLUMNS R"sql(
    FROM absence WHERE account_id = :account AND until_on > :day ORDER BY from_on, id
)sql"};
sql::Query const select_anybody{"absences.not_over_on", "SELECT " ABSENCE_COLUMNS R"sql(
    FROM absence WHERE until_on > :day ORDER BY from_on, id LIMIT :limit
)sql"};
sql::Query const select_absence{"absences.find", "SELECT " ABSENCE_COLUMNS " FROM absence WHERE id = :id"};

Absence read_absence(sql::Row& row) {
    Absence a;
    row.read(a.id, a.account, a.from_on, a.until_on, a.cover, a.note, a.recorded_by, a.recorded_at);
    return a;
}

}  // namespace

void insert(sql::Write& tx, Absence const& absence) {
    tx.run(insert_absence, {{"id", absence.id},
                            {"account", absence.account},
                            {"from_on", absence.from_on},
                            {"until_on", absence.until_on},
                            {"cover", absence.cover},
                            {"note", absence.note},
                            {"recorded_by", absence.recorded_by},
                            {"recorded_at", absence.recorded_at}});
}

std::vector<Absence> away_on(sql::Read& tx, std::vector<AccountId> const& accounts, Date day) {
    if (accounts.empty()) return {};
    auto const list = sql::json_id_list(accounts);
    return tx.all(select_away, {{"accounts", list}, {"day", day}}, read_absence);
}

std::vector<Absence> not_over(sql::Read& tx, AccountId account, Date day) {
    return tx.all(select_not_over, {{"account", account}, {"day", day}}, read_absence);
}

std::vector<Absence> not_over_on(sql::Read& tx, Date day, int limit) {
    return tx.all(select_anybody, {{"day", day}, {"limit", limit}}, read_absence);
}

std::optional<Absence> find(sql::Read& tx, std::string_view id) {
    return tx.one(select_absence, {{"id", id}}, read_absence);
}

}  // namespace doorstep::storage::absences
