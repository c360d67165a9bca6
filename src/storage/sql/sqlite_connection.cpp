#include "storage/sql/sqlite_connection.h"

#include "storage/sql/sqlite_error.h"
#include "storage/sql/statement_count.h"

namespace doorstep::storage::sql {
namespace {

// Measured with bench/sql_bench.cpp (docs/performance.md): what a connection may keep between transactions.
// Eighteen readers must not cost an idle server much, and the operating system keeps the file in memory
// anyway.
constexpr int reader_cache_kib = 512;
constexpr int writer_cache_kib = 4096;
constexpr std::int64_t reader_statement_bytes = 512 << 10;
constexpr std::int64_t writer_statement_bytes = 2 << 20;

constexpr std::array control_texts{"BEGIN",         "BEGIN IMMEDIATE", "COMMIT",     "ROLLBACK",
                                   "SAVEPOINT one", "ROLLBACK TO one", "RELEASE one"};

void use_write_ahead_log(sqlite3* handle, std::string const& path) {
    if (sqlite_text(handle, "PRAGMA journal_mode = WAL") != "wal")
        throw StorageError(
            FailureKind::refused,
            "The folder of " + path + " cannot hold SQLite's write-ahead log: network folders cannot");
    execute_sqlite(handle, "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864", "settings");
    // What a savepoint would put back is kept here rather than in a file that every change makes and removes.
    execute_sqlite(handle, "PRAGMA temp_store = MEMORY", "settings");
    // The writer decides when (sqlite_wal.h).
    sqlite3_wal_autocheckpoint(handle, 0);
}

/// A page that is changed often is written once, when it is done with.
constexpr int filling_cache_kib = 256 * 1024;

void prepare_for_filling(sqlite3* handle) {
    // Defended, SQLite would keep its journal.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    execute_sqlite(handle,
                   "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
                   "PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = OFF; PRAGMA threads = 2; "
                   "PRAGMA cache_size = -" +
                       std::to_string(filling_cache_kib),
                   "settings");
}

void mark_as_ours(sqlite3* handle) {
    if (sqlite_integer(handle, "PRAGMA application_id") == sqlite_application_id) return;
    execute_sqlite(handle, "PRAGMA application_id = " + std::to_string(sqlite_application_id), "settings");
}

}  // namespace

SqliteConnection::SqliteConnection(std::string const& path, Role role, OpenOptions const& options)
    : handle_(open_sqlite_handle(path,
                                 role == Role::reader ? SqliteAccess::read_only
                                 : options.create     ? SqliteAccess::create
                                                      : SqliteAccess::read_write,
                                 options.busy_timeout)),
      role_(role) {
    int const cache = role == Role::reader ? reader_cache_kib : writer_cache_kib;
    execute_sqlite(handle_.get(), "PRAGMA cache_size = -" + std::to_string(cache), "settings");
    if (role == Role::filler) prepare_for_filling(handle_.get());
    if (role == Role::writer) {
        use_write_ahead_log(handle_.get(), path);
        mark_as_ours(handle_.get());
    }
}

/// Runs one statement, whatever is done with its rows.
template <class Use>
void SqliteConnection::use(Query const& query, Bindings const& bindings, Use use) {
    try {
        auto* statement = &cached(query);
        // A reader of rows that runs the same query again needs a second statement for it.
        std::unique_ptr<SqliteStatement> second;
        if (statement->in_use()) {
            second = std::make_unique<SqliteStatement>(handle_.get(), query);
            statement = second.get();
        }
        if (role_ == Role::reader && !statement->only_reads())
            throw StorageError(FailureKind::bug, query.name() + " writes, in a read");
        statement->bind(ordered_.order(query, bindings));
        count_statements(1);
        SqliteRow row(*statement, query);
        use(row);
    } catch (StorageError const& error) {
        // Not when a reader of rows threw: then the statement itself had no error.
        int const code = sqlite3_errcode(handle_.get()) & 0xff;
        statement_failed_ =
            statement_failed_ || (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE);
        spoiled_ =
            spoiled_ || error.kind() == FailureKind::unavailable || error.kind() == FailureKind::corrupt;
        throw;
    }
}

void SqliteConnection::each(Query const& query, Bindings const& bindings,
                            std::function<void(Row&)> const& reader) {
    use(query, bindings, [&](SqliteRow& row) {
        while (row.step()) reader(row);
    });
}

int SqliteConnection::run(Query const& query, Bindings const& bindings) {
    int changes = 0;
    use(query, bindings, [&](SqliteRow& row) {
        while (row.step()) {
        }
        changes = sqlite3_changes(handle_.get());
    });
    return changes;
}

void SqliteConnection::script(std::string const& sql) {
    count_statements(1);
    try {
        execute_sqlite(handle_.get(), sql, "script");
    } catch (StorageError const&) {
        statement_failed_ = true;
        throw;
    }
}

void SqliteConnection::control(Control what) {
    if (what == Control::savepoint) statement_failed_ = false;
    auto const number = static_cast<std::size_t>(what);
    auto& statement = controls_[number];
    if (!statement) {
        sqlite3_stmt* raw = nullptr;
        int const result = sqlite3_prepare_v3(handle_.get(), control_texts[number], -1,
                                              SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
        if (result != SQLITE_OK) throw_sqlite(handle_.get(), result, control_texts[number]);
        statement.reset(raw);
    }
    int const result = sqlite3_step(statement.get());
    sqlite3_reset(statement.get());
    if (result == SQLITE_DONE) return;
    auto const kind = sqlite_failure_kind(handle_.get(), result);
    spoiled_ = spoiled_ || kind == FailureKind::unavailable || kind == FailureKind::corrupt ||
               what == Control::rollback;
    throw_sqlite(handle_.get(), result, control_texts[number]);
}

SqliteStatement& SqliteConnection::cached(Query const& query) {
    if (statements_.size() <= query.number()) statements_.resize(query.number() + 1);
    auto& slot = statements_[query.number()];
    if (!slot) {
        auto fresh = std::make_unique<SqliteStatement>(handle_.get(), query);
        make_room(fresh->memory());
        statement_memory_ += fresh->memory();
        slot = std::move(fresh);
    }
    slot->last_used = ++uses_;
    return *slot;
}

/// Drops the statements not used for longest, until `bytes` fit.
void SqliteConnection::make_room(std::int64_t bytes) {
    auto const limit = role_ == Role::reader ? reader_statement_bytes : writer_statement_bytes;
    while (statement_memory_ + bytes > limit) {
        std::unique_ptr<SqliteStatement>* oldest = nullptr;
        for (auto& slot : statements_)
            if (slot && !slot->in_use() && (!oldest || slot->last_used < (*oldest)->last_used))
                oldest = &slot;
        if (!oldest) return;
        statement_memory_ -= (*oldest)->memory();
        oldest->reset();
    }
}

}  // namespace doorstep::storage::sql
