#include "storage/postgres_backup.h"

#include <map>
#include <set>

#include "base/text.h"
#include "storage/child_process.h"
#include "storage/files.h"
#include "storage/migrator.h"
#include "storage/sql/postgres_connection.h"

namespace doorstep::storage {
namespace {

namespace fs = std::filesystem;

constexpr char const* package = "postgresql-client";

/// A connection string for a command line, and what must not stand there.
struct CommandLine {
    std::string connection;
    std::vector<std::string> environment;
};

/// In single quotes, as libpq reads them.
std::string quoted(std::string_view value) {
    std::string text = "'";
    for (char const c : value) {
        if (c == '\'' || c == '\\') text += '\\';
        text += c;
    }
    return text += "'";
}

CommandLine without_password(std::string const& connection) {
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const options(
        PQconninfoParse(connection.c_str(), nullptr), PQconninfoFree);
    if (!options) throw StorageError(FailureKind::bug, "The PostgreSQL connection string cannot be read");
    CommandLine line;
    for (auto const* option = options.get(); option->keyword; ++option) {
        if (!option->val) continue;
        if (std::string_view(option->keyword) == "password")
            line.environment.push_back(std::string("PGPASSWORD=") + option->val);
        else
            line.connection += std::string(option->keyword) + "=" + quoted(option->val) + " ";
    }
    return line;
}

/// The tables whose rows a backup holds. Lines of pg_restore's list: "3340; 0 16396 TABLE DATA public site
/// owner".
std::set<std::string> tables_in_backup(fs::path const& from) {
    std::string list;
    try {
        list = run_child({"pg_restore", "--list", from.string()}, package).output;
    } catch (StorageError const& error) {
        if (error.kind() == FailureKind::refused) throw;
        throw StorageError(FailureKind::corrupt,
                           from.string() + " is not a backup that can be read. " + error.what());
    }
    std::set<std::string> tables;
    for (auto const line : text::split(list, '\n')) {
        auto const words = text::split(line, ' ');
        if (words.size() > 6 && words[3] == "TABLE" && words[4] == "DATA") tables.emplace(words[6]);
    }
    return tables;
}

/// What a backup says about its own schema, from the rows of schema_migration: name, checksum, time, between
/// tabs.
MigrationState migrations_in_backup(fs::path const& from) {
    auto const rows =
        run_child({"pg_restore", "--data-only", "--table=schema_migration", "--file=-", from.string()},
                  package)
            .output;
    std::map<std::string, std::string> applied;
    bool inside = false;
    for (auto const line : text::split(rows, '\n')) {
        if (line == "\\.") inside = false;
        if (auto const cells = text::split(line, '\t'); inside && cells.size() == 3)
            applied.emplace(cells[0], cells[1]);
        if (line.starts_with("COPY ")) inside = true;
    }
    return migration_state(applied, sql::Engine::postgres);
}

void require_ours(fs::path const& from, std::set<std::string> const& tables) {
    if (!tables.contains("schema_migration"))
        throw StorageError(FailureKind::wrong_version, from.string() + " is not a backup of Doorstep");
}

std::vector<std::string> column(PGresult const* result) {
    std::vector<std::string> values;
    for (int row = 0; row < PQntuples(result); ++row) values.emplace_back(PQgetvalue(result, row, 0));
    return values;
}

void require_replaceable(sql::PostgresConnection& connection, std::set<std::string> const& in_backup) {
    auto const others = connection.script(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
        "AND backend_type = 'client backend'");
    if (PQntuples(others.get()) > 0)
        throw StorageError(FailureKind::retry, "The database is in use: stop the server first");
    auto const tables =
        connection.script("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()");
    for (auto const& table : column(tables.get()))
        if (!in_backup.contains(table))
            throw StorageError(FailureKind::refused,
                               "The database has a table that the backup does not know (" + table +
                                   "). Restore into a new, empty database instead");
}

}  // namespace

void backup_postgres(std::string const& connection, fs::path const& to, std::int64_t size,
                     Progress const& progress) {
    auto const line = without_password(connection);
    fs::path const partial = to.string() + ".partial";
    fs::remove(partial);
    make_private_file(partial);
    auto const tell = [&] {
        std::error_code ignored;
        if (progress) progress(static_cast<std::int64_t>(fs::file_size(partial, ignored)), size);
    };
    try {
        run_child({"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--serializable-deferrable",
                   "--file=" + partial.string(), "--dbname=" + line.connection},
                  package, line.environment, tell);
        require_ours(partial, tables_in_backup(partial));
        move_into_place(partial, to);
    } catch (...) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw;
    }
}

void restore_postgres(std::string const& connection, fs::path const& from, Progress const& progress) {
    auto const tables = tables_in_backup(from);
    require_ours(from, tables);
    require_known_migrations(migrations_in_backup(from));
    {
        sql::PostgresConnection target(connection);
        require_replaceable(target, tables);
    }
    auto const line = without_password(connection);
    auto const size = static_cast<std::int64_t>(fs::file_size(from));
    if (progress) progress(0, size);
    run_child({"pg_restore", "--clean", "--if-exists", "--single-transaction", "--exit-on-error",
               "--no-owner", "--no-privileges", "--dbname=" + line.connection, from.string()},
              package, line.environment);
    if (progress) progress(size, size);
}

}  // namespace doorstep::storage
