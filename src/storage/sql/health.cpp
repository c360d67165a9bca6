#include "storage/sql/health.h"

namespace doorstep::storage::sql {
namespace {

Query const select_last_migration{"health.last_migration",
                                  "SELECT coalesce(max(name), '') FROM schema_migration"};

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

}  // namespace doorstep::storage::sql
