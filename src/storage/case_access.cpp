#include "storage/case_access.h"

namespace doorstep::storage::case_access {
namespace {

sql::Query const select_named{"case_access.named", R"sql(
    SELECT n.account_id, a.name, n.reason, n.granted_by, coalesce(b.name, ''), n.granted_at
    FROM case_access n JOIN account a ON a.id = n.account_id LEFT JOIN account b ON b.id = n.granted_by
    WHERE n.case_file_id = :case_file ORDER BY a.name, a.id
)sql"};

sql::Query const insert_named{"case_access.name", R"sql(
    INSERT INTO case_access (case_file_id, account_id, granted_by, reason, granted_at)
    VALUES (:case_file, :account, :by, :reason, :at) ON CONFLICT DO NOTHING
)sql"};

sql::Query const delete_named{"case_access.remove_named", R"sql(
    DELETE FROM case_access WHERE case_file_id = :case_file AND account_id = :account
)sql"};

sql::Query const select_conflicts{"case_access.conflicts", R"sql(
    SELECT x.account_id, a.name, x.reason, x.declared_by, coalesce(b.name, ''), x.declared_at
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

std::vector<Entry> entries(sql::Read& tx, sql::Query const& query, CaseFileId file) {
    return tx.all(query, {{"case_file", file}}, [](sql::Row& row) {
        Entry entry;
        row.read(entry.account, entry.name, entry.reason, entry.by, entry.by_name, entry.at);
        return entry;
    });
}

bool insert_entry(sql::Write& tx, sql::Query const& query, CaseFileId file, Entry const& entry) {
    return tx.run(query, {{"case_file", file},
                          {"account", entry.account},
                          {"by", entry.by},
                          {"reason", entry.reason},
                          {"at", entry.at}}) == 1;
}

}  // namespace

std::vector<Entry> named(sql::Read& tx, CaseFileId file) { return entries(tx, select_named, file); }

bool name(sql::Write& tx, CaseFileId file, Entry const& entry) {
    return insert_entry(tx, insert_named, file, entry);
}

bool remove_named(sql::Write& tx, CaseFileId file, AccountId account) {
    return tx.run(delete_named, {{"case_file", file}, {"account", account}}) == 1;
}

std::vector<Entry> conflicts(sql::Read& tx, CaseFileId file) { return entries(tx, select_conflicts, file); }

bool declare_conflict(sql::Write& tx, CaseFileId file, Entry const& entry) {
    return insert_entry(tx, insert_conflict, file, entry);
}

bool remove_conflict(sql::Write& tx, CaseFileId file, AccountId account) {
    return tx.run(delete_conflict, {{"case_file", file}, {"account", account}}) == 1;
}

}  // namespace doorstep::storage::case_access
