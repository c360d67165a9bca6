#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/expected.h"
#include "base/failure.h"
#include "storage/sql/query.h"
#include "storage/sql/value.h"

/// A thin layer over SQLite and PostgreSQL (docs/adr/2026-11-21-thin-sql-layer.md).
///
/// Reading: `database.read([&](Read& tx) { ... })` runs in one read transaction on one snapshot.
///   The moment of the snapshot is that of its first statement.
/// Writing: `database.write([&](Write& tx) { ... })` runs in one transaction, and returns only after it is
/// durable.
///   SQLite has one writer thread with group commit: each call runs in its own savepoint, one COMMIT for all
///   that queued, answers after it. PostgreSQL runs at SERIALIZABLE. Work may therefore run on another
///   thread, and may run again after a serialisation failure: it must have no effect outside the transaction.
///   It may not read or write the same database in another way than through the Write it was given
///   (std::logic_error). A work function that returns an Expected holding a Refusal is rolled back, and so is
///   one that catches the failure of a statement and goes on (StorageError, bug).
namespace doorstep::storage::sql {

/// Statements inside a transaction. Not for use outside the call that handed it out.
class Read {
  public:
    virtual ~Read() = default;

    /// Every row, in order.
    template <class Reader>
    auto all(Query const& query, Bindings bindings, Reader reader)
        -> std::vector<std::invoke_result_t<Reader, Row&>> {
        std::vector<std::invoke_result_t<Reader, Row&>> rows;
        each(query, bindings, [&](Row& row) { rows.push_back(reader(row)); });
        return rows;
    }
    /// The only row, or nothing. Two rows are a bug in the query: StorageError.
    template <class Reader>
    auto one(Query const& query, Bindings bindings, Reader reader)
        -> std::optional<std::invoke_result_t<Reader, Row&>> {
        std::optional<std::invoke_result_t<Reader, Row&>> result;
        each(query, bindings, [&](Row& row) {
            if (result) throw StorageError(FailureKind::bug, "More than one row from " + query.name());
            result = reader(row);
        });
        return result;
    }
    /// The single column of the only row, or nothing.
    template <class T>
    std::optional<T> value(Query const& query, Bindings bindings = {}) {
        return one(query, bindings, [](Row& row) {
            T value{};
            row.read(value);
            return value;
        });
    }
    /// The single column of every row.
    template <class T>
    std::vector<T> values(Query const& query, Bindings bindings = {}) {
        return all(query, bindings, [](Row& row) {
            T value{};
            row.read(value);
            return value;
        });
    }
    virtual void each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) = 0;

    virtual Engine engine() const = 0;
};

class Write : public Read {
  public:
    /// Returns how many rows were inserted, changed or removed. A broken constraint is a StorageError (bug):
    /// expected conflicts are written as ON CONFLICT or as a version in WHERE, and noticed by the count.
    virtual int run(Query const& query, Bindings bindings = {}) = 0;
    /// Several statements without parameters, outside any registered query: migrations and tests only.
    virtual void script(std::string const& sql) = 0;
};

/// The connection broke while COMMIT was under way, and whether the work was saved could not be found out. It
/// must not be repeated blindly: the caller tells the person to look before trying again.
class UncertainCommit : public StorageError {
  public:
    using StorageError::StorageError;
};

/// A read transaction held open across several calls, such as one web request. Ends with the object.
class Snapshot {
  public:
    virtual ~Snapshot() = default;
    virtual Read& read() = 0;
};

struct Health {
    bool reachable = false;
    std::string engine;  ///< "SQLite 3.40.1"
    std::string schema;  ///< name of the last migration
    std::int64_t size_bytes = 0;
    int waiting_writes = 0;  ///< SQLite: pieces of work in the queue for the one writer
};

/// `synced`: on disk before the call returns. `soon`: committed and seen by everybody, on disk with the next
/// synced change of anybody; a power failure before that may lose it, a crash of the program does not.
enum class Durability { synced, soon };

class Database {
  public:
    virtual ~Database() = default;

    template <class Work>
    auto read(Work&& work) {
        auto snapshot = this->snapshot();
        return work(snapshot->read());
    }

    template <class Work>
    auto write(Work&& work, Durability durability = Durability::synced)
        -> std::invoke_result_t<Work, Write&> {
        using Result = std::invoke_result_t<Work, Write&>;
        if constexpr (std::is_void_v<Result>) {
            run_write(
                [&](Write& tx) {
                    work(tx);
                    return true;
                },
                durability);
        } else {
            std::optional<Result> result;
            run_write(
                [&](Write& tx) {
                    result.emplace(work(tx));
                    return keeps(*result);
                },
                durability);
            return std::move(*result);
        }
    }

    virtual std::unique_ptr<Snapshot> snapshot() = 0;
    virtual Engine engine() const = 0;
    virtual Health health() = 0;
    /// The SQLite file, or PostgreSQL's connection string: it may hold a password and is not for logs.
    virtual std::string const& location() const = 0;
    /// Write::script in a transaction of its own.
    void run_script(std::string const& sql) {
        write([&](Write& tx) { tx.script(sql); });
    }
    /// Has the engine check a query without running it: StorageError (bug) when it does not accept it. For
    /// tests.
    virtual void prepare(Query const& query) = 0;
    /// For a nightly job: the query planner's statistics and the size of SQLite's log. Nothing breaks without
    /// it.
    virtual void maintain() = 0;

  protected:
    /// Commits when the work returns true, rolls back when it returns false or throws; retries what may be
    /// retried.
    virtual void run_write(std::function<bool(Write&)> const& work, Durability durability) = 0;

  private:
    template <class T>
    static bool keeps(T const&) {
        return true;
    }
    template <class T>
    static bool keeps(Expected<T> const& result) {
        return result.has_value();
    }
};

struct OpenOptions {
    int readers = 18;  ///< read connections, opened when first needed: no fewer than the web workers
    bool create = true;
    /// How long to wait for a free connection; on SQLite for another process that writes, such as the command
    /// line; on PostgreSQL for the server to come back and tell what became of a COMMIT, and how long a write
    /// that others keep overtaking is tried again.
    std::chrono::milliseconds busy_timeout{5000};
};

/// SQLite: the path of the file. StorageError when it cannot be opened, is damaged, or is no database.
std::unique_ptr<Database> open_sqlite(std::string const& path, OpenOptions const& options = {});
/// PostgreSQL: a libpq connection string or URL. The database must be UTF-8 and sort by byte (C or C.UTF-8).
/// Takes up to `readers` connections for reading and eight for writing, as they are needed.
std::unique_ptr<Database> open_postgres(std::string const& connection, OpenOptions const& options = {});

/// By its form: a PostgreSQL URL or connection string, else the path of a SQLite file.
Engine engine_of(std::string const& location);
std::unique_ptr<Database> open_database(std::string const& location, OpenOptions const& options = {});

/// Statements run by the calling thread so far: the difference over a request is its count (bench, /metrics).
std::int64_t statements_on_this_thread();

}  // namespace doorstep::storage::sql
