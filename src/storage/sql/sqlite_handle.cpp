#include "storage/sql/sqlite_handle.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <mutex>

#include "base/failure.h"
#include "storage/files.h"
#include "storage/sql/sqlite_error.h"

namespace doorstep::storage::sql {
namespace {

/// Each connection is used by one thread at a time, so SQLite needs no mutex of its own, nor one lock for all
/// threads around its memory statistics.
void configure_once() {
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        sqlite3_initialize();
    });
}

int flags_of(SqliteAccess access) {
    int const common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return common | (access == SqliteAccess::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
}

int keep_first(void* result, int columns, char** values, char**) {
    auto& text = *static_cast<std::string*>(result);
    if (columns > 0 && values[0] && text.empty()) text = values[0];
    return 0;
}

void require_ours(sqlite3* handle, std::string const& path) {
    auto const id = sqlite_integer(handle, "PRAGMA application_id");
    if (id == sqlite_application_id) return;
    if (id == 0 && sqlite_integer(handle, "SELECT count(*) FROM sqlite_schema") == 0) return;
    throw StorageError(FailureKind::wrong_version, path + " is a database of another program");
}

/// SQLite keeps its log beside the file, and says of a folder that it may not write to no more than "unable
/// to open".
void require_writable_folder(std::string const& path) {
    auto const folder = folder_of(path);
    if (::access(folder.c_str(), W_OK) != 0 && kind_of_system_error(errno) == FailureKind::refused)
        throw StorageError(FailureKind::refused, "The database may not be written: " + folder.string() +
                                                     " is read-only for this program");
}

}  // namespace

SqliteHandle open_sqlite_handle(std::string const& path, SqliteAccess access,
                                std::chrono::milliseconds busy_timeout) {
    configure_once();
    // SQLite would make it readable for everyone; its log and index files take over the permissions.
    if (access == SqliteAccess::create)
        make_private_file(path);
    else if (!std::filesystem::exists(path))
        throw StorageError(FailureKind::unavailable, "There is no database at " + path);
    if (access != SqliteAccess::read_only) require_writable_folder(path);
    sqlite3* raw = nullptr;
    int const opened = sqlite3_open_v2(path.c_str(), &raw, flags_of(access), nullptr);
    SqliteHandle handle(raw);
    if (opened != SQLITE_OK) throw_sqlite(raw, opened, "opening " + path);

    sqlite3_busy_timeout(raw, static_cast<int>(busy_timeout.count()));
    for (int const off : {SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        sqlite3_db_config(raw, off, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    require_ours(raw, path);
    execute_sqlite(raw, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON", "settings");
    if (sqlite_integer(raw, "PRAGMA foreign_keys") != 1)
        throw StorageError(FailureKind::bug, "This SQLite was built without foreign keys");
    return handle;
}

void execute_sqlite(sqlite3* handle, std::string const& sql, std::string const& doing) {
    int const result = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) throw_sqlite(handle, result, doing);
}

std::string sqlite_text(sqlite3* handle, std::string const& sql) {
    std::string text;
    int const result = sqlite3_exec(handle, sql.c_str(), keep_first, &text, nullptr);
    if (result != SQLITE_OK) throw_sqlite(handle, result, sql);
    return text;
}

std::int64_t sqlite_integer(sqlite3* handle, std::string const& sql) {
    auto const text = sqlite_text(handle, sql);
    return text.empty() ? 0 : std::stoll(text);
}

}  // namespace doorstep::storage::sql
