#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/sql/sqlite_statement.h"

namespace doorstep::storage::sql {

/// Rows that wait to be inserted by one query, and go in by one statement: twice as quick as one by one, most
/// of whose cost is beginning and ending a statement.
class SqliteRows {
  public:
    /// Nothing when the query is not an INSERT of VALUES.
    static std::unique_ptr<SqliteRows> of(sqlite3* handle, Query const& query);
    /// Once for each connection, before the first.
    static void prepare_connection(sqlite3* handle);

    void add(std::vector<Value const*> const& values);
    bool empty() const { return cells_.empty(); }
    /// Inserts what waits.
    void insert();

    struct Cell {
        enum class Kind { null, integer, real, text } kind = Kind::null;
        std::uint32_t size = 0;
        union {
            std::int64_t integer = 0;
            double real;
            std::size_t offset;
        };
    };
    std::size_t row_count() const { return cells_.size() / width_; }
    Cell const& cell(std::size_t row, int column) const {
        return cells_[row * width_ + static_cast<std::size_t>(column)];
    }
    char const* text_of(Cell const& cell) const { return texts_.data() + cell.offset; }

  private:
    SqliteRows(sqlite3* handle, Query const& query, std::string const& statement);

    Query const& query_;
    PreparedSqlite statement_;
    std::size_t width_;
    std::vector<Cell> cells_;
    std::string texts_;
};

/// `INSERT INTO t (a) VALUES (:x) rest` as `INSERT OR FAIL INTO t (a) SELECT c0 FROM waiting_rows WHERE TRUE
/// rest`, with a column for each parameter of the query. Nothing for any other statement.
std::optional<std::string> statement_of_many(Query const& query);

}  // namespace doorstep::storage::sql
