#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/sql/binding.h"
#include "storage/sql/database.h"
#include "storage/sql/sqlite_handle.h"
#include "storage/sql/sqlite_statement.h"

namespace doorstep::storage::sql {

/// One SQLite connection with its cache of statements; one thread at a time.
class SqliteConnection {
  public:
    enum class Role { reader, writer, filler };
    /// The writer switches the file to its write-ahead log; readers open it read-only. A filler has the file
    /// to itself and cannot take anything back (filling.h).
    SqliteConnection(std::string const& path, Role role, OpenOptions const& options);

    void each(Query const& query, Bindings const& bindings, std::function<void(Row&)> const& reader);
    int run(Query const& query, Bindings const& bindings);
    void script(std::string const& sql);
    void prepare(Query const& query) { cached(query); }

    enum class Control {
        begin_read,
        begin_write,
        commit,
        rollback,
        savepoint,
        rollback_to_savepoint,
        release_savepoint
    };
    void control(Control what);
    bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
    sqlite3* handle() const { return handle_.get(); }
    /// A statement has failed since the last savepoint began.
    bool statement_failed() const { return statement_failed_; }
    /// A failure after which the connection is better closed than used again.
    bool spoiled() const { return spoiled_; }

  private:
    template <class Use>
    void use(Query const& query, Bindings const& bindings, Use use);
    SqliteStatement& cached(Query const& query);
    void make_room(std::int64_t bytes);

    SqliteHandle handle_;
    Role role_;
    bool spoiled_ = false;
    bool statement_failed_ = false;
    OrderedValues ordered_;
    std::vector<std::unique_ptr<SqliteStatement>> statements_;  ///< by Query::number()
    std::array<PreparedSqlite, 7> controls_;                    ///< by Control
    std::int64_t statement_memory_ = 0;
    std::uint64_t uses_ = 0;
};

}  // namespace doorstep::storage::sql
