#include "storage/sql/health.h"

namespace doorstep::storage::sql {
namespace {

Query const select_last_migration{"health.last_migration",
                                  "SELECT coalesce(max(name), '') FROM schema_migration"};
// Two texts: each engine counts in its own way.
Query const select_size{"health.size",
                        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                        "SELECT pg_database_size(current_database())"};

}  // namespace

std::string last_migration(Database& database) {
    try {
        return database.read(
            [](Read& tx) { return tx.value<std::string>(select_last_migration).value_or(""); });
    } catch (StorageError const& error) {
        if (error.kind() == FailureKind::bug) return {};  // no such table
        throw;
    }
}

std::int64_t size_in_bytes(Database& database) {
    return database.read([](Read& tx) { return tx.value<std::int64_t>(select_size).value_or(0); });
}

}  // namespace doorstep::storage::sql
