#include "storage/sql/sqlite_error.h"

#include "storage/files.h"

namespace doorstep::storage::sql {
namespace {

char const* sentence(FailureKind kind, int code) {
    if ((code & 0xff) == SQLITE_NOTADB) return "The file is not a database";
    switch (kind) {
        case FailureKind::retry:
            return "The database is in use by another process";
        case FailureKind::full:
            return "There is no space left for the database";
        case FailureKind::refused:
            return "The database may not be read or written";
        case FailureKind::corrupt:
            return "The database is damaged";
        case FailureKind::unavailable:
            return "The database cannot be reached";
        case FailureKind::wrong_version:
        case FailureKind::bug:
            break;
    }
    return "The database refused a statement";
}

}  // namespace

FailureKind sqlite_failure_kind(sqlite3* handle, int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return FailureKind::retry;
        case SQLITE_FULL:
            return FailureKind::full;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return FailureKind::refused;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return FailureKind::corrupt;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return kind_of_system_error(handle ? sqlite3_system_errno(handle) : 0);
        case SQLITE_NOMEM:
        case SQLITE_PROTOCOL:
        case SQLITE_INTERRUPT:
            return FailureKind::unavailable;
        default:
            return FailureKind::bug;
    }
}

void throw_sqlite(sqlite3* handle, int code, std::string const& doing) {
    auto const kind = sqlite_failure_kind(handle, code);
    throw StorageError(kind, std::string(sentence(kind, code)) + " (" + doing +
                                 "): " + (handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
}

}  // namespace doorstep::storage::sql
