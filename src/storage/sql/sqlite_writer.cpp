#include "storage/sql/sqlite_writer.h"

#include <algorithm>
#include <stdexcept>

#include "storage/sql/sqlite_handle.h"
#include "storage/sql/sqlite_transaction.h"
#include "storage/sql/statement_count.h"

namespace doorstep::storage::sql {
namespace {

using Control = SqliteConnection::Control;

/// So that a steady stream of callers does not put off the first one's answer for long.
constexpr std::size_t jobs_per_commit = 256;

/// One broken promise of this kind would fail the commit of everyone in the group.
void require_foreign_keys_kept(sqlite3* handle) {
    int unresolved = 0;
    int highest = 0;
    sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &highest, 0);
    if (unresolved) throw StorageError(FailureKind::bug, "A foreign key refers to a row that is not there");
}

}  // namespace

SqliteWriter::SqliteWriter(std::string path, OpenOptions const& options)
    : path_(std::move(path)), options_(options) {
    connection_.emplace(path_, SqliteConnection::Role::writer, options_);
    wal_.emplace(connection_->handle(), options_.busy_timeout);
    options_.create = false;  // a file that vanished later is not to be replaced by an empty one
    thread_ = std::thread([this] { serve(); });
}

SqliteWriter::~SqliteWriter() {
    {
        std::lock_guard const lock(mutex_);
        stop_ = true;
        wake_.notify_one();
    }
    thread_.join();
}

void SqliteWriter::write(std::function<bool(Write&)> const& work, Durability durability) {
    if (is_this_thread()) throw std::logic_error("A write inside the work of another write");
    Job job{work, durability};
    {
        std::unique_lock lock(mutex_);
        queue_.push_back(&job);
        if (queue_.size() == 1) wake_.notify_one();
        job.answered.wait(lock, [&] { return job.done; });
    }
    count_statements(job.statements);
    if (job.error) std::rethrow_exception(job.error);
}

int SqliteWriter::waiting() {
    std::lock_guard const lock(mutex_);
    return static_cast<int>(queue_.size());
}

void SqliteWriter::serve() {
    for (;;) {
        Jobs jobs;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stop_ || !queue_.empty(); });
            if (queue_.empty()) return;
            jobs.swap(queue_);
        }
        process(std::move(jobs));
    }
}

void SqliteWriter::take_queued(Jobs& jobs) {
    std::lock_guard const lock(mutex_);
    jobs.swap(queue_);
}

void SqliteWriter::process(Jobs jobs) {
    while (!jobs.empty()) {
        Jobs ran;
        // Together with others it costs nothing to be synced.
        auto const durability =
            std::ranges::all_of(jobs, [](Job const* job) { return job->durability == Durability::soon; })
                ? Durability::soon
                : Durability::synced;
        try {
            begin(durability);
        } catch (...) {
            return answer(jobs, std::current_exception());
        }
        if (!run_all(jobs, ran, durability)) continue;
        try {
            connection_->control(Control::commit);
        } catch (...) {
            auto const failure = std::current_exception();
            roll_back();
            answer(ran, failure);
            continue;
        }
        answer(ran);
        if (truncate_.exchange(false))
            wal_->truncate();
        else
            wal_->after_commit();
    }
}

void SqliteWriter::begin(Durability durability) {
    if (!connection_) {
        connection_.emplace(path_, SqliteConnection::Role::writer, options_);
        durability_ = Durability::synced;
        wal_.emplace(connection_->handle(), options_.busy_timeout);
    }
    try {
        if (durability != durability_) {
            execute_sqlite(
                connection_->handle(),
                durability == Durability::soon ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL",
                "settings");
            durability_ = durability;
        }
        connection_->control(Control::begin_write);
    } catch (...) {
        roll_back();
        throw;
    }
}

bool SqliteWriter::run_all(Jobs& jobs, Jobs& ran, Durability durability) {
    while (!jobs.empty()) {
        auto* const job = jobs.front();
        jobs.pop_front();
        run_in_savepoint(*job);
        if (!in_transaction()) {
            answer({job});
            jobs.insert(jobs.begin(), ran.begin(), ran.end());
            return false;
        }
        ran.push_back(job);
        // Whoever came while this one ran shares its commit, unless that is not synced.
        if (jobs.empty() && ran.size() < jobs_per_commit && durability == Durability::synced)
            take_queued(jobs);
    }
    return true;
}

void SqliteWriter::run_in_savepoint(Job& job) {
    auto const before = statements_on_this_thread();
    job.error = nullptr;
    try {
        connection_->control(Control::savepoint);
        SqliteTransaction transaction(*connection_);
        if (job.work(transaction)) {
            // PostgreSQL would refuse to commit; here it would be half of the work.
            if (connection_->statement_failed())
                throw StorageError(FailureKind::bug, "Work went on after a statement had failed");
            require_foreign_keys_kept(connection_->handle());
            connection_->control(Control::release_savepoint);
        } else {
            undo_savepoint();
        }
    } catch (...) {
        job.error = std::current_exception();
        undo_savepoint();
    }
    job.statements = statements_on_this_thread() - before;
}

/// When the failure was of the kind that ends the whole transaction, there is no savepoint left.
void SqliteWriter::undo_savepoint() {
    try {
        if (!in_transaction()) return roll_back();
        connection_->control(Control::rollback_to_savepoint);
        connection_->control(Control::release_savepoint);
    } catch (StorageError const&) {
        roll_back();
    }
}

/// Ends the transaction whatever it takes: a connection that cannot roll back, or whose file gave trouble, is
/// closed, which rolls back too, and the next group opens another.
void SqliteWriter::roll_back() {
    try {
        if (connection_->in_transaction()) connection_->control(Control::rollback);
        if (!connection_->spoiled()) return;
    } catch (StorageError const&) {
    }
    wal_.reset();
    connection_.reset();
}

void SqliteWriter::answer(Jobs const& jobs, std::exception_ptr const& error) {
    std::lock_guard const lock(mutex_);
    for (auto* const job : jobs) {
        if (!job->error) job->error = error;
        job->done = true;
        // Under the lock: the job lives on the caller's stack, and the caller leaves only after taking the
        // lock.
        job->answered.notify_one();
    }
}

}  // namespace doorstep::storage::sql
