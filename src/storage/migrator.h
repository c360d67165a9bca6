#pragma once

#include <string>
#include <vector>

#include "storage/sql/database.h"

/// Numbered SQL files in migrations/, embedded in the program. Forward only; applied in name order, each in its own
/// transaction, recorded with a checksum in schema_migration. `x.sql` runs on both engines; a pair `x.sqlite.sql` and
/// `x.postgres.sql` only where one text is impossible. migrations/HEAD names the last one.
namespace doorstep::storage {

struct MigrationState {
    std::vector<std::string> applied;
    std::vector<std::string> pending;
    /// Applied to the database, unknown to this program: the database is newer, and the program refuses to start.
    std::vector<std::string> unknown;
    /// Applied with another text than this program's.
    std::vector<std::string> changed;
};

MigrationState migration_state(sql::Database& database);
/// Applies what is pending; returns the names applied. StorageError (wrong_version) when the database is newer or a
/// released migration was altered.
std::vector<std::string> migrate(sql::Database& database);

}  // namespace doorstep::storage
