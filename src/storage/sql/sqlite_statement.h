#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "storage/sql/query.h"
#include "storage/sql/value.h"

namespace doorstep::storage::sql {

struct FinaliseSqlite {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using PreparedSqlite = std::unique_ptr<sqlite3_stmt, FinaliseSqlite>;

/// A prepared statement of one connection, with the place of each of the query's parameters.
class SqliteStatement {
  public:
    SqliteStatement(sqlite3* handle, Query const& query);

    sqlite3_stmt* handle() const { return statement_.get(); }
    void bind(std::vector<Value const*> const& values);
    bool in_use() const { return sqlite3_stmt_busy(handle()) != 0; }
    bool only_reads() const { return sqlite3_stmt_readonly(handle()) != 0; }
    /// Bytes that SQLite holds for it.
    std::int64_t memory() const { return memory_; }

    std::uint64_t last_used = 0;

  private:
    Query const& query_;
    PreparedSqlite statement_;
    std::vector<int> places_;
    std::int64_t memory_ = 0;
};

/// Steps through a statement's rows, and resets it however that ends.
class SqliteRow : public Row {
  public:
    SqliteRow(SqliteStatement& statement, Query const& query)
        : statement_(statement.handle()), query_(query), columns_(sqlite3_column_count(statement_)) {}
    SqliteRow(SqliteRow const&) = delete;
    SqliteRow& operator=(SqliteRow const&) = delete;
    ~SqliteRow() override { sqlite3_reset(statement_); }

    /// False after the last row.
    bool step();

    std::string const& query_name() const override { return query_.name(); }
    int columns() const override { return columns_; }
    std::string_view column_name(int column) const override {
        return sqlite3_column_name(statement_, column);
    }
    bool is_null(int column) const override { return sqlite3_value_type(value(column)) == SQLITE_NULL; }
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;

  private:
    void expect(int column, bool right, char const* expected) const {
        if (!right) fail(column, expected);
    }
    /// A column is looked at two or three times: found once. A connection has one user at a time, so the
    /// value needs no protection.
    sqlite3_value* value(int column) const {
        if (column != found_column_) {
            found_ = sqlite3_column_value(statement_, column);
            found_column_ = column;
        }
        return found_;
    }

    sqlite3_stmt* statement_;
    Query const& query_;
    int columns_;
    mutable sqlite3_value* found_ = nullptr;
    mutable int found_column_ = -1;
};

}  // namespace doorstep::storage::sql
