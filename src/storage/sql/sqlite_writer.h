#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "storage/sql/sqlite_connection.h"
#include "storage/sql/sqlite_wal.h"

namespace doorstep::storage::sql {

/// The one thread that writes to a SQLite file (group commit). Callers queue; the thread takes all that wait,
/// runs each in its own savepoint, commits once, and answers them all. A piece of work that fails is undone
/// alone. When its failure ended the whole transaction, as a full disk may, those before it run again.
class SqliteWriter {
  public:
    SqliteWriter(std::string path, OpenOptions const& options);
    SqliteWriter(SqliteWriter const&) = delete;
    SqliteWriter& operator=(SqliteWriter const&) = delete;
    /// Everything queued is finished first.
    ~SqliteWriter();

    /// Returns when the work is committed, or rolled back because it returned false. Throws what the work
    /// threw, or the failure of the commit.
    void write(std::function<bool(Write&)> const& work, Durability durability);
    bool is_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }
    /// Calls that are queued and not yet begun.
    int waiting();
    /// Empties the write-ahead log after the next commit.
    void ask_for_truncation() { truncate_ = true; }

  private:
    struct Job {
        std::function<bool(Write&)> const& work;
        Durability durability;
        std::condition_variable answered = {};
        bool done = false;
        std::exception_ptr error = nullptr;
        std::int64_t statements = 0;
    };
    using Jobs = std::deque<Job*>;

    void serve();
    void take_queued(Jobs& jobs);
    void process(Jobs jobs);
    /// Runs jobs in one transaction, from the front, moving them to `ran`. False when a failure ended it.
    bool run_all(Jobs& jobs, Jobs& ran, Durability durability);
    void run_in_savepoint(Job& job);
    void undo_savepoint();
    void begin(Durability durability);
    bool in_transaction() const { return connection_ && connection_->in_transaction(); }
    void roll_back();
    void answer(Jobs const& jobs, std::exception_ptr const& error = nullptr);

    std::string path_;
    OpenOptions options_;
    std::optional<SqliteConnection> connection_;
    std::optional<SqliteWal> wal_;
    Durability durability_ = Durability::synced;  ///< as the connection is set

    std::mutex mutex_;
    std::condition_variable wake_;
    Jobs queue_;
    bool stop_ = false;
    std::atomic<bool> truncate_ = false;
    std::thread thread_;
};

}  // namespace doorstep::storage::sql
