#include "storage/backup.h"

#include "storage/migrator.h"
#include "storage/postgres_backup.h"
#include "storage/sqlite_backup.h"

namespace doorstep::storage {
namespace {

void name_migrations(std::vector<CheckFinding>& findings, std::vector<std::string> const& names,
                     char const* what) {
    for (auto const& name : names) findings.push_back({"Migration " + name + what});
}

}  // namespace

void backup(sql::Database& database, std::filesystem::path const& to, Progress const& progress) {
    if (std::filesystem::exists(to))
        throw StorageError(FailureKind::refused,
                           to.string() + " is already there: give the backup another name");
    if (database.engine() == sql::Engine::sqlite)
        backup_sqlite(database.location(), to, progress);
    else
        backup_postgres(database.location(), to, database.health().size_bytes, progress);
}

void restore(std::string const& location, std::filesystem::path const& from, Clock const& clock,
             Progress const& progress) {
    if (!std::filesystem::exists(from))
        throw StorageError(FailureKind::refused, "There is no backup at " + from.string());
    if (sql::engine_of(location) == sql::Engine::postgres)
        restore_postgres(location, from, progress);
    else
        restore_sqlite(location, from, clock, progress);
}

std::vector<CheckFinding> check(sql::Database& database) {
    auto findings = database.engine() == sql::Engine::sqlite ? check_sqlite(database.location())
                                                             : check_postgres(database.location());
    if (!findings.empty()) return findings;
    auto const state = migration_state(database);
    name_migrations(findings, state.pending, " is not applied");
    name_migrations(findings, state.unknown, " is applied but unknown to this program");
    name_migrations(findings, state.changed, " was applied with another text than this program's");
    return findings;
}

}  // namespace doorstep::storage
