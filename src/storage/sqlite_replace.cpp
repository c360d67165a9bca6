#include "storage/sqlite_replace.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/failure.h"
#include "storage/files.h"
#include "storage/sql/sqlite_error.h"
#include "storage/sql/sqlite_handle.h"

namespace doorstep::storage {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_in_use(fs::path const& path) {
    throw StorageError(FailureKind::retry, path.string() + " is in use: stop the server first");
}

fs::path beside(fs::path const& path, char const* ending) { return path.string() + ending; }

/// Every connection holds a lock on these bytes for as long as it is open (sqlite.org/fileformat2.html and
/// sqlite.org/wal.html): another process's can be seen even when the file's contents make no sense.
bool is_open_elsewhere(fs::path const& path) {
    int const file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    int const result = ::fcntl(file, F_GETLK, &lock);
    ::close(file);
    return result == 0 && lock.l_type != F_UNLCK;
}

/// The old file, with its log copied into it, and nobody else able to use it. Nothing when it is too damaged
/// for that.
sql::SqliteHandle hold_alone(fs::path const& path) {
    try {
        auto handle =
            sql::open_sqlite_handle(path.string(), sql::SqliteAccess::read_write, std::chrono::seconds(2));
        if (sql::sqlite_text(handle.get(), "PRAGMA journal_mode = DELETE") != "delete") refuse_in_use(path);
        sql::execute_sqlite(handle.get(), "BEGIN EXCLUSIVE", "holding the database alone");
        return handle;
    } catch (StorageError const& error) {
        if (error.kind() == FailureKind::retry || is_open_elsewhere(path)) refuse_in_use(path);
        if (error.kind() == FailureKind::corrupt || error.kind() == FailureKind::wrong_version)
            return nullptr;
        throw;
    }
}

/// A second name for the old file, so that there is a database at its own name at every moment.
void keep(fs::path const& old, fs::path const& kept) {
    std::error_code error;
    fs::create_hard_link(old, kept, error);
    if (error) fs::rename(old, kept);  // a file system without links
}

}  // namespace

void replace_sqlite(fs::path const& with, fs::path const& old, fs::path const& kept) {
    if (!fs::exists(old)) return move_into_place(with, old);
    auto const alone = hold_alone(old);
    for (auto const* ending : {"-wal", "-shm", "-journal"})
        if (!alone && fs::exists(beside(old, ending))) fs::rename(beside(old, ending), beside(kept, ending));
    keep(old, kept);
    move_into_place(with, old);
}

}  // namespace doorstep::storage
