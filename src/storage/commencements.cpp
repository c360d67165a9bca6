#include "storage/commencements.h"

namespace doorstep::storage::commencements {
namespace {

#define COMMENCEMENT_COLUMNS                                                                                \
    "id, provision, tenancy, in_force_from, authority, note, state, proposed_by, proposed_at, decided_by, " \
    "decided_at"
sql::Query const select_commencements{
    "commencements.all", "SELECT " COMMENCEMENT_COLUMNS " FROM commencement ORDER BY proposed_at, id"};
sql::Query const select_commencement{"commencements.find",
                                     "SELECT " COMMENCEMENT_COLUMNS " FROM commencement WHERE id = :id"};
sql::Query const insert_commencement{"commencements.insert",
                                     "INSERT INTO commencement (" COMMENCEMENT_COLUMNS R"sql()
    VALUES (:id, :provision, :tenancy, :in_force_from, :authority, :note, :state, :proposed_by, :proposed_at,
        :decided_by, :decided_at)
)sql"};
sql::Query const update_commencement{"commencements.decide", R"sql(
    UPDATE commencement SET state = :state, decided_by = :by, decided_at = :at WHERE id = :id AND state = 'proposed'
)sql"};

StoredCommencement read_commencement(sql::Row& row) {
    StoredCommencement c;
    row.read(c.id, c.provision, c.tenancy, c.in_force_from, c.authority, c.note, c.state, c.proposed_by,
             c.proposed_at, c.decided_by, c.decided_at);
    return c;
}

}  // namespace

std::vector<StoredCommencement> all(sql::Read& tx) {
    return tx.all(select_commencements, {}, read_commencement);
}

std::optional<StoredCommencement> find(sql::Read& tx, std::string_view id) {
    return tx.one(select_commencement, {{"id", id}}, read_commencement);
}

void insert(sql::Write& tx, StoredCommencement const& c) {
    tx.run(insert_commencement, {{"id", c.id},
                                 {"provision", c.provision},
                                 {"tenancy", c.tenancy},
                                 {"in_force_from", c.in_force_from},
                                 {"authority", c.authority},
                                 {"note", c.note},
                                 {"state", c.state},
                                 {"proposed_by", c.proposed_by},
                                 {"proposed_at", c.proposed_at},
                                 {"decided_by", c.decided_by},
                                 {"decided_at", c.decided_at}});
}

bool decide(sql::Write& tx, std::string_view id, std::string_view state, AccountId by, Instant at) {
    return tx.run(update_commencement, {{"state", state}, {"by", by}, {"at", at}, {"id", id}}) == 1;
}

}  // namespace doorstep::storage::commencements
