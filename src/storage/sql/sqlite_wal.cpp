#include "storage/sql/sqlite_wal.h"

namespace doorstep::storage::sql {
namespace {

// Frames are pages of 4 KiB: 4 MiB, and 32 MiB.
constexpr int frames_between_copies = 1000;
constexpr int frames_between_restarts = 8000;
constexpr int restart_wait_milliseconds = 50;

}  // namespace

SqliteWal::SqliteWal(sqlite3* handle, std::chrono::milliseconds busy_timeout)
    : handle_(handle),
      busy_timeout_(busy_timeout),
      next_copy_(frames_between_copies),
      next_restart_(frames_between_restarts) {
    sqlite3_wal_hook(handle, note_frames, this);
}

int SqliteWal::note_frames(void* self, sqlite3*, char const*, int frames) {
    auto& wal = *static_cast<SqliteWal*>(self);
    if (frames < wal.frames_) {
        wal.next_copy_ = frames_between_copies;
        wal.next_restart_ = frames_between_restarts;
    }
    wal.frames_ = frames;
    return SQLITE_OK;
}

void SqliteWal::after_commit() {
    if (frames_ >= next_restart_) {
        next_restart_ = frames_ + frames_between_restarts;
        next_copy_ = frames_ + frames_between_copies;
        sqlite3_busy_timeout(handle_, restart_wait_milliseconds);
        sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
        sqlite3_busy_timeout(handle_, static_cast<int>(busy_timeout_.count()));
    } else if (frames_ >= next_copy_) {
        next_copy_ = frames_ + frames_between_copies;
        sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
}

void SqliteWal::truncate() {
    sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

}  // namespace doorstep::storage::sql
