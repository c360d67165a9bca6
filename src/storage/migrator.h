#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "storage/sql/database.h"

/// Numbered SQL files in migrations/, embedded in the program. Forward only; applied in name order, each in
/// its own transaction, recorded with a checksum in schema_migration. `x.sql` runs on both engines; a pair
/// `x.sqlite.sql` and `x.postgres.sql` only where one text is impossible. migrations/HEAD names the last one.
namespace doorstep::storage {

struct Migration {
    std::string name;  ///< of the file, without its ending: "0001_foundation"
    std::string sqlite;
    std::string postgres;

    std::string const& text(sql::Engine engine) const {
        return engine == sql::Engine::sqlite ? sqlite : postgres;
    }
};

/// This program's migrations in the order of their names.
std::vector<Migration> const& embedded_migrations();

struct MigrationState {
    std::vector<std::string> applied;
    std::vector<std::string> pending;
    /// Applied to the database, unknown to this program: the database is newer, and the program refuses to
    /// start.
    std::vector<std::string> unknown;
    /// Applied with another text than this program's.
    std::vector<std::string> changed;

    /// Exactly what this program needs.
    bool is_current() const { return pending.empty() && unknown.empty() && changed.empty(); }
};

MigrationState migration_state(sql::Database& database,
                               std::vector<Migration> const& migrations = embedded_migrations());
/// The same of names and checksums that were read elsewhere, such as from a backup.
MigrationState migration_state(std::map<std::string, std::string> applied, sql::Engine engine,
                               std::vector<Migration> const& migrations = embedded_migrations());
/// Throws StorageError (wrong_version), saying what to do, when the database is newer than the program or a
/// released migration was altered. Pending migrations are no reason.
void require_known_migrations(MigrationState const& state);
/// Applies what is pending; returns the names applied. StorageError (wrong_version) as above. Several
/// processes may do this at once: each migration is applied by one of them, the others wait.
std::vector<std::string> migrate(sql::Database& database, Clock const& clock,
                                 std::vector<Migration> const& migrations = embedded_migrations());

/// A backup in `folder` of a SQLite database that already holds data and is about to be migrated: its path.
/// Nothing when there is nothing to apply, the database is new, or it is PostgreSQL, whose backups are its
/// administrator's.
std::optional<std::filesystem::path> backup_before_migration(sql::Database& database,
                                                             std::filesystem::path const& folder,
                                                             Clock const& clock);

}  // namespace doorstep::storage
