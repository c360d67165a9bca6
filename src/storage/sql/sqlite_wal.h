#pragma once

#include <sqlite3.h>

#include <chrono>

namespace doorstep::storage::sql {

/// Keeps SQLite's write-ahead log small, from the thread that writes. Ordinary checkpoints copy what no
/// reader holds back and wait for nobody. When readers that overlap have kept the log from starting again for
/// long, one checkpoint waits a moment for those that began before it; a reader that stays longer (an export,
/// a backup) only costs space.
class SqliteWal {
  public:
    SqliteWal(sqlite3* handle, std::chrono::milliseconds busy_timeout);
    SqliteWal(SqliteWal const&) = delete;
    SqliteWal& operator=(SqliteWal const&) = delete;

    /// To be called after each commit. Failures are left to the next commit, which meets them too.
    void after_commit();
    /// Copies everything and empties the file, waiting for readers as long as the busy timeout says.
    void truncate();

  private:
    static int note_frames(void* self, sqlite3* handle, char const* database, int frames);

    sqlite3* handle_;
    std::chrono::milliseconds busy_timeout_;
    int frames_ = 0;
    int next_copy_;
    int next_restart_;
};

}  // namespace doorstep::storage::sql
