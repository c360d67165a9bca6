#include "storage/qualifications.h"

namespace doorstep::storage::qualifications {
namespace {

#define QUALIFICATION_COLUMNS                                                                  \
    "id, account_id, title, awarded_by, state, held_from, expires_on, evidence, recorded_by, " \
    "recorded_at, version"

sql::Query const insert_qualification{"qualifications.insert",
                                      "INSERT INTO qualification (" QUALIFICATION_COLUMNS R"sql()
    VALUES (:id, :account, :title, :awarded_by, :state, :held_from, :expires_on, :evidence, :recorded_by,
        :recorded_at, 1)
)sql"};
sql::Query const update_qualification{"qualifications.update", R"sql(
    UPDATE qualification SET title = :title, awarded_by = :awarded_by, state = :state, held_from = :held_from,
        expires_on = :expires_on, evidence = :evidence, recorded_by = :recorded_by, recorded_at = :recorded_at,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};
sql::Query const select_qualification{"qualifications.find",
                                      "SELECT " QUALIFICATION_COLUMNS " FROM qualification WHERE id = :id"};
sql::Query const select_of_account{"qualifications.of_account",
                                   "SELECT " QUALIFICATION_COLUMNS
                                   " FROM qualification WHERE account_id = :account "
                                   "ORDER BY held_from IS NOT NULL, held_from DESC, id"};

Qualification read_qualification(sql::Row& row) {
    Qualification q;
    row.read(q.id, q.account, q.title, q.awarded_by, q.state, q.held_from, q.expires_on, q.evidence,
             q.recorded_by, q.recorded_at, q.version);
    return q;
}

}  // namespace

void insert(sql::Write& tx, Qualification const& q) {
    tx.run(insert_qualification, {{"id", q.id},
                                  {"account", q.account},
                                  {"title", q.title},
                                  {"awarded_by", q.awarded_by},
                                  {"state", q.state},
                                  {"held_from", q.held_from},
                                  {"expires_on", q.expires_on},
                                  {"evidence", q.evidence},
                                  {"recorded_by", q.recorded_by},
                                  {"recorded_at", q.recorded_at}});
}

bool update(sql::Write& tx, Qualification const& q) {
    return tx.run(update_qualification, {{"id", q.id},
                                         {"version", q.version},
                                         {"title", q.title},
                                         {"awarded_by", q.awarded_by},
                                         {"state", q.state},
                                         {"held_from", q.held_from},
                                         {"expires_on", q.expires_on},
                                         {"evidence", q.evidence},
                                         {"recorded_by", q.recorded_by},
                                         {"recorded_at", q.recorded_at}}) == 1;
}

std::optional<Qualification> find(sql::Read& tx, std::string_view id) {
    return tx.one(select_qualification, {{"id", id}}, read_qualification);
}

std::vector<Qualification> of_account(sql::Read& tx, AccountId account) {
    return tx.all(select_of_account, {{"account", account}}, read_qualification);
}

}  // namespace doorstep::storage::qualifications
