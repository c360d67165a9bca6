#include "storage/case_access.h"

namespace doorstep::storage::case_access {
namespace {

sql::Query const select_named{"case_access.named", R"sql(
    SELECT n.account_id, a.name, n.reason, n.granted_by, coalesce(b.name, ''), n.granted_at, n.until_on
    FROM case_access n JOIN account a ON a.id = n.account_id LEFT JOIN account b ON b.id = n.granted_by
    WHERE n.case_file_id = :case_file AND (n.until_on IS NULL OR n.until_on >= :on) ORDER BY a.name, a.id
)sql"};

sql::Query const insert_named{"case_access.name", R"sql(
    INSERT INTO case_access (case_file_id, account_id, granted_by, reason, granted_at, until_on)
    VALUES (:case_file, :account, :by, :reason, :at, :until_on)
    ON CONFLICT (case_file_id, account_id) DO UPDATE SET granted_by = excluded.granted_by, reason = excluded.reason,
        granted_at = excluded.granted_at, until_on = excluded.until_on
    WHERE case_access.until_on IS NOT NULL
)sql"};

sql::Query const delete_named{"case_access.remove_named", R"sql(
    DELETE FROM case_access WHERE case_file_id = :case_file AND account_id = :account
)sql"};

sql::Query const select_conflicts{"case_access.conflicts", R"sql(
    SELECT x.account_id, a.name, x.reason, x.declared_by, coalesce(b.name, ''), x.declared_at, CAST(NULL AS TEXT)
    FROM case_conflict x JOIN account a ON a.id = x.account_id LEFT JOIN account b ON b.id = x.declared_by
    WHERE x.case_file_id = :case_file ORDER BY a.name, a.id
)sql"};

sql::Query const insert_conflict{"case_access.declare_conflict", R"sql(
    INSERT INTO case_conflict (case_file_id, account_id, reason, declared_by, declared_at)
    VALUES (:case_file, :account, :reason, :by, :at) ON CONFLICT DO NOTHING
)sql"};

sql::Query const delete_conflict{"case_access.remove_conflict", R"sql(
    DELETE FROM case_conflict WHERE case_file_id = :case_file AND account_id = :account
)sql"};

std::vector<Entry> entries(sql::Read& tx, sql::Query const& query, sql::Bindings bindings) {
    return tx.all(query, bindings, [](sql::Row& row) {
        Entry entry;
        row.read(entry.account, entry.name, entry.reason, entry.by, entry.by_name, entry.at, entry.until_on);
        return entry;
    });
}

}  // namespace

std::vector<Entry> named(sql::Read& tx, CaseFileId file, Date on) {
    return entries(tx, select_named, {{"case_file", file}, {"on", on}});
}

bool name(sql::Write& tx, CaseFileId file, Entry const& entry) {
    return tx.run(insert_named, {{"case_file", file},
                                 {"account", entry.account},
                                 {"by", entry.by},
                                 {"reason", entry.reason},
                                 {"at", entry.at},
                                 {"until_on", entry.until_on}}) == 1;
}

bool remove_named(sql::Write& tx, CaseFileId file, AccountId account) {
    return tx.run(delete_named, {{"case_file", file}, {"account", account}}) == 1;
}

std::vector<Entry> conflicts(sql::Read& tx, CaseFileId file) {
    return entries(tx, select_conflicts, {{"case_file", file}});
}

bool declare_conflict(sql::Write& tx, CaseFileId file, Entry const& entry) {
    return tx.run(insert_conflict, {{"case_file", file},
                                    {"account", entry.account},
                                    {"by", entry.by},
                                    {"reason", entry.reason},
                                    {"at", entry.at}}) == 1;
}

bool remove_conflict(sql::Write& tx, CaseFileId file, AccountId account) {
    return tx.run(delete_conflict, {{"case_file", file}, {"account", account}}) == 1;
}

}  // namespace doorstep::storage::case_access
