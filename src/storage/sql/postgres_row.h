#pragma once

#include <libpq-fe.h>

#include <memory>

#include "storage/sql/query.h"
#include "storage/sql/value.h"

namespace doorstep::storage::sql {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// The rows of a result that has arrived whole, one after the other. As strict about types as the SQLite
/// engine: text is not read as a number, nor a number as text.
class PostgresRow : public Row {
  public:
    PostgresRow(PGresult const* result, Query const& query)
        : result_(result), query_(query), rows_(PQntuples(result)) {}

    /// False after the last row.
    bool step() { return ++row_ < rows_; }

    std::string const& query_name() const override { return query_.name(); }
    int columns() const override { return PQnfields(result_); }
    std::string_view column_name(int column) const override { return PQfname(result_, column); }
    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;

  private:
    std::string_view bytes(int column) const;

    PGresult const* result_;
    Query const& query_;
    int rows_;
    int row_ = -1;
};

}  // namespace doorstep::storage::sql
