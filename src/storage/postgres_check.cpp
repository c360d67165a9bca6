#include "storage/postgres_backup.h"
#include "storage/sql/postgres_connection.h"

namespace doorstep::storage {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(sql::PostgresConnection& connection, std::string const& sql) {
    auto const result = connection.script(sql);
    Rows rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        rows.emplace_back();
        for (int column = 0; column < PQnfields(result.get()); ++column)
            rows.back().emplace_back(PQgetvalue(result.get(), row, column));
    }
    return rows;
}

/// For each foreign key: its table, its target, and a statement that counts the rows whose target is not
/// there.
constexpr char const* foreign_keys = R"(
SELECT c.conrelid::regclass::text, c.confrelid::regclass::text,
       format('SELECT count(*) FROM %s child WHERE %s AND NOT EXISTS (SELECT 1 FROM %s parent WHERE %s)',
              c.conrelid::regclass, string_agg(format('child.%I IS NOT NULL', a.attname), ' AND '),
              c.confrelid::regclass, string_agg(format('parent.%I = child.%I', b.attname, a.attname), ' AND '))
FROM pg_constraint c
CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair(here, there)
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = pair.here
JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = pair.there
WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
GROUP BY c.oid, c.conrelid, c.confrelid ORDER BY 1, 2)";

constexpr char const* unchecked_constraints = R"(
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY 1, 2)";

constexpr char const* invalid_indexes = R"(
SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace ORDER BY 1)";

constexpr char const* checksum_failures =
    "SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database() AND checksum_failures "
    "> 0";

constexpr char const* amcheck = "SELECT 1 FROM pg_extension WHERE extname = 'amcheck'";

constexpr char const* trees = R"(
SELECT c.oid, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
WHERE m.amname = 'btree' AND i.indisvalid AND c.relnamespace = current_schema()::regnamespace ORDER BY 2)";

/// Only where the extension is installed and we may use it.
void check_indexes(sql::PostgresConnection& connection, std::vector<CheckFinding>& findings) {
    if (rows_of(connection, amcheck).empty()) return;
    for (auto const& tree : rows_of(connection, trees)) {
        try {
            connection.script("SELECT bt_index_check(" + tree[0] + ", TRUE)");
        } catch (StorageError const& error) {
            if (error.kind() == FailureKind::refused) return;
            if (error.kind() == FailureKind::unavailable) throw;
            findings.push_back({"The index " + tree[1] + " is damaged: " + error.what()});
        }
    }
}

}  // namespace

std::vector<CheckFinding> check_postgres(std::string const& location) {
    sql::PostgresConnection connection(location);
    std::vector<CheckFinding> findings;
    for (auto const& row : rows_of(connection, checksum_failures))
        findings.push_back({"PostgreSQL found " + row[0] + " damaged pages of this database"});
    for (auto const& row : rows_of(connection, unchecked_constraints))
        findings.push_back({"The constraint " + row[1] + " of " + row[0] + " was never checked"});
    for (auto const& row : rows_of(connection, invalid_indexes))
        findings.push_back({"The index " + row[0] + " was not built to its end"});
    for (auto const& key : rows_of(connection, foreign_keys))
        if (auto const count = rows_of(connection, key[2])[0][0]; count != "0")
            findings.push_back(
                {count + " rows of " + key[0] + " refer to rows of " + key[1] + " that are not there"});
    check_indexes(connection, findings);
    return findings;
}

}  // namespace doorstep::storage
