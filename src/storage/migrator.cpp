#include "storage/migrator.h"

#include <algorithm>
#include <map>

#include "base/embedded.h"
#include "base/text.h"
#include "storage/backup.h"
#include "storage/file_time.h"

namespace doorstep::storage {
namespace {

using sql::Query;
using sql::Read;
using sql::Row;
using sql::Write;

// Two texts, as each engine lists its tables in its own way.
Query const select_table{
    "migrator.table", "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'",
    "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_migration' "
    "AND schemaname = ANY (current_schemas(FALSE))"};
Query const select_applied{"migrator.applied", "SELECT name, checksum FROM schema_migration ORDER BY name"};
Query const insert_applied{
    "migrator.insert",
    "INSERT INTO schema_migration (name, checksum, applied_at) VALUES (:name, :checksum, :applied_at)"};
// Two texts: in SQLite a write already excludes every other. PostgreSQL's transaction sees the moment of its
// first statement, and waiting for a lock on a table is the one kind of wait that does not fix that moment
// too early. Before the table is there, an advisory lock serves; its number means nothing elsewhere.
Query const wait_for_table{"migrator.wait_for_table", "SELECT 1", "SELECT pg_advisory_xact_lock(5021174113)"};
Query const wait_for_turn{"migrator.wait_for_turn", "SELECT 1",
                          "LOCK TABLE schema_migration IN EXCLUSIVE MODE"};

char const* const create_table =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "name TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";

/// "migrations/0001_foundation.sqlite.sql" gives "0001_foundation.sqlite"; nothing for a file that is no SQL.
std::optional<std::string_view> stem_of(std::string_view file) {
    constexpr std::string_view ending = ".sql";
    if (!file.ends_with(ending)) return std::nullopt;
    file.remove_suffix(ending.size());
    return file.substr(file.rfind('/') + 1);
}

/// SQLite's own way of keeping a table by its key is no business of PostgreSQL's.
std::string for_postgres(std::string_view text) {
    constexpr std::string_view words = " WITHOUT ROWID;";
    std::string kept;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words)) {
        kept += text.substr(0, at);
        kept += ';';
        text.remove_prefix(at + words.size());
    }
    return kept += text;
}

std::vector<Migration> read_embedded() {
    std::map<std::string, Migration, std::less<>> by_name;
    for (auto const& file : embedded_files("migrations/")) {
        auto const stem = stem_of(file.name);
        if (!stem) continue;
        auto const dot = stem->find('.');
        std::string const name(stem->substr(0, dot));
        auto& migration = by_name[name];
        migration.name = name;
        auto const engine = dot == std::string_view::npos ? std::string_view() : stem->substr(dot + 1);
        if (engine != "postgres") migration.sqlite = file.content;
        if (engine != "sqlite") migration.postgres = for_postgres(file.content);
    }
    std::vector<Migration> migrations;
    for (auto& [name, migration] : by_name) migrations.push_back(std::move(migration));
    return migrations;
}

using Checksums = std::map<std::string, std::string>;

Checksums applied_in(Read& tx) {
    Checksums applied;
    if (tx.value<int>(select_table).value_or(0) == 0) return applied;
    tx.each(select_applied, {}, [&](Row& row) {
        std::string name, checksum;
        row.read(name, checksum);
        applied.emplace(std::move(name), std::move(checksum));
    });
    return applied;
}

void apply(Write& tx, Migration const& migration, Clock const& clock) {
    try {
        auto const& sql = migration.text(tx.engine());
        tx.script(sql);
        tx.run(insert_applied,
               {{"name", migration.name}, {"checksum", text::sha256_hex(sql)}, {"applied_at", clock.now()}});
    } catch (StorageError const& error) {
        throw StorageError(error.kind(), "Migration " + migration.name + ": " + error.what());
    }
}

/// Applies the first that is pending, and returns its name.
std::optional<std::string> apply_next(sql::Database& database, Clock const& clock,
                                      std::vector<Migration> const& migrations) {
    return database.write([&](Write& tx) -> std::optional<std::string> {
        tx.each(wait_for_turn, {}, [](Row&) {});
        auto const state = migration_state(applied_in(tx), tx.engine(), migrations);
        require_known_migrations(state);
        if (state.pending.empty()) return std::nullopt;
        auto const next = std::find_if(migrations.begin(), migrations.end(), [&](Migration const& migration) {
            return migration.name == state.pending.front();
        });
        apply(tx, *next, clock);
        return next->name;
    });
}

}  // namespace

std::vector<Migration> const& embedded_migrations() {
    static auto const migrations = read_embedded();
    return migrations;
}

MigrationState migration_state(std::map<std::string, std::string> applied, sql::Engine engine,
                               std::vector<Migration> const& migrations) {
    MigrationState state;
    for (auto const& [name, checksum] : applied) state.applied.push_back(name);
    for (auto const& migration : migrations) {
        auto const found = applied.find(migration.name);
        if (found == applied.end()) {
            state.pending.push_back(migration.name);
            continue;
        }
        if (found->second != text::sha256_hex(migration.text(engine)))
            state.changed.push_back(migration.name);
        applied.erase(found);
    }
    for (auto const& [name, checksum] : applied) state.unknown.push_back(name);
    return state;
}

MigrationState migration_state(sql::Database& database, std::vector<Migration> const& migrations) {
    return migration_state(database.read(applied_in), database.engine(), migrations);
}

void require_known_migrations(MigrationState const& state) {
    if (!state.unknown.empty())
        throw StorageError(FailureKind::wrong_version,
                           "The database is newer than this program, which does not know " +
                               state.unknown.back() +
                               ". Install the newer program, or restore an older backup");
    if (!state.changed.empty())
        throw StorageError(FailureKind::wrong_version,
                           state.changed.front() +
                               " was applied to this database with another text than this "
                               "program's. Use a released version of the program");
}

std::vector<std::string> migrate(sql::Database& database, Clock const& clock,
                                 std::vector<Migration> const& migrations) {
    auto const state = migration_state(database, migrations);
    require_known_migrations(state);
    std::vector<std::string> applied;
    if (state.pending.empty()) return applied;
    database.write([](Write& tx) {
        tx.each(wait_for_table, {}, [](Row&) {});
        tx.script(create_table);
    });
    while (auto name = apply_next(database, clock, migrations)) applied.push_back(*std::move(name));
    return applied;
}

std::optional<std::filesystem::path> backup_before_migration(sql::Database& database,
                                                             std::filesystem::path const& folder,
                                                             Clock const& clock) {
    if (database.engine() != sql::Engine::sqlite) return std::nullopt;
    auto const state = migration_state(database);
    if (state.applied.empty() || state.pending.empty()) return std::nullopt;
    std::filesystem::create_directories(folder);
    auto path = folder / ("before-" + state.pending.front() + "-" + file_time(clock.now()) + ".db");
    backup(database, path);
    return path;
}

}  // namespace doorstep::storage
