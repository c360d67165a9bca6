#include "storage/sqlite_backup.h"

#include "storage/file_time.h"
#include "storage/files.h"
#include "storage/migrator.h"
#include "storage/sql/sqlite_error.h"
#include "storage/sql/sqlite_handle.h"
#include "storage/sqlite_replace.h"

namespace doorstep::storage {
namespace {

namespace fs = std::filesystem;
using sql::SqliteAccess;
using sql::SqliteHandle;
using std::chrono::milliseconds;

constexpr milliseconds patience{5000};
constexpr int pages_per_step = 1024;

struct FinishBackup {
    void operator()(sqlite3_backup* copying) const { sqlite3_backup_finish(copying); }
};

fs::path with_ending(fs::path const& path, char const* ending) { return path.string() + ending; }

void remove_database(fs::path const& path) {
    for (auto const* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(with_ending(path, ending));
}

std::vector<std::string> column_of(sqlite3* handle, std::string const& sql, int column) {
    struct Wanted {
        int column;
        std::vector<std::string> values;
    } wanted{column, {}};
    auto const keep = [](void* out, int columns, char** values, char**) {
        auto& into = *static_cast<Wanted*>(out);
        if (into.column < columns) into.values.emplace_back(values[into.column] ? values[into.column] : "");
        return 0;
    };
    int const result = sqlite3_exec(handle, sql.c_str(), keep, &wanted, nullptr);
    if (result != SQLITE_OK) sql::throw_sqlite(handle, result, sql);
    return wanted.values;
}

/// Page by page, from one moment of the source. The read transaction that is held meanwhile is what keeps the
/// copy from starting again at each write by others; writers go on, and only the log cannot shrink before the
/// copy is done.
void copy_pages(sqlite3* from, sqlite3* to, Progress const& progress) {
    sql::execute_sqlite(from, "BEGIN; SELECT 1 FROM sqlite_schema", "reading for a copy");
    std::unique_ptr<sqlite3_backup, FinishBackup> const copying(
        sqlite3_backup_init(to, "main", from, "main"));
    if (!copying) sql::throw_sqlite(to, sqlite3_errcode(to), "starting a copy");
    for (;;) {
        int const result = sqlite3_backup_step(copying.get(), pages_per_step);
        int const total = sqlite3_backup_pagecount(copying.get());
        if (progress) progress(total - sqlite3_backup_remaining(copying.get()), total);
        if (result == SQLITE_DONE) return;
        if (result != SQLITE_OK) sql::throw_sqlite(to, result, "copying the database");
    }
}

/// A single file that needs no log beside it.
void copy_database(fs::path const& from, fs::path const& to, Progress const& progress) {
    remove_database(to);
    auto const source = sql::open_sqlite_handle(from.string(), SqliteAccess::read_only, patience);
    auto const copy = sql::open_sqlite_handle(to.string(), SqliteAccess::create, patience);
    sql::execute_sqlite(copy.get(), "PRAGMA synchronous = OFF", "settings");
    copy_pages(source.get(), copy.get(), progress);
    if (sql::sqlite_text(copy.get(), "PRAGMA journal_mode = DELETE") != "delete")
        throw StorageError(FailureKind::bug, "The copy could not be closed to one file: " + to.string());
}

std::vector<CheckFinding> findings_in(sqlite3* handle) {
    std::vector<CheckFinding> findings;
    for (auto const& problem : column_of(handle, "PRAGMA integrity_check(100)", 0))
        if (problem != "ok") findings.push_back({"The file is damaged: " + problem});
    if (!findings.empty()) return findings;
    auto const tables = column_of(handle, "PRAGMA foreign_key_check", 0);
    auto const targets = column_of(handle, "PRAGMA foreign_key_check", 2);
    for (std::size_t i = 0; i < std::min(tables.size(), targets.size()); ++i)
        findings.push_back(
            {"A row of " + tables[i] + " refers to a row of " + targets[i] + " that is not there"});
    return findings;
}

void require_sound(fs::path const& path, fs::path const& shown) {
    auto const handle = sql::open_sqlite_handle(path.string(), SqliteAccess::read_only, patience);
    if (sql::sqlite_integer(handle.get(), "PRAGMA application_id") != sql::sqlite_application_id)
        throw StorageError(FailureKind::wrong_version, shown.string() + " is not a Doorstep database");
    auto const findings = findings_in(handle.get());
    if (!findings.empty())
        throw StorageError(FailureKind::corrupt,
                           shown.string() + " cannot be used. " + findings.front().what);
}

}  // namespace

void backup_sqlite(std::string const& from, fs::path const& to, Progress const& progress) {
    auto const partial = with_ending(to, ".partial");
    try {
        copy_database(from, partial, progress);
        require_sound(partial, to);
        move_into_place(partial, to);
    } catch (...) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw;
    }
}

void restore_sqlite(std::string const& location, fs::path const& from, Clock const& clock,
                    Progress const& progress) {
    auto const partial = with_ending(location, ".restoring");
    try {
        copy_database(from, partial, progress);
        require_sound(partial, from);
        require_known_migrations(
            migration_state(*sql::open_sqlite(partial.string(), {.readers = 1, .create = false})));
        replace_sqlite(partial, location,
                       with_ending(location, (".before-restore-" + file_time(clock.now())).c_str()));
    } catch (...) {
        remove_database(partial);
        throw;
    }
}

std::vector<CheckFinding> check_sqlite(std::string const& path) {
    try {
        return findings_in(sql::open_sqlite_handle(path, SqliteAccess::read_only, patience).get());
    } catch (StorageError const& error) {
        if (error.kind() != FailureKind::corrupt) throw;
        return {{error.what()}};
    }
}

}  // namespace doorstep::storage
