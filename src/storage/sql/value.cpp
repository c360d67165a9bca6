#include "storage/sql/value.h"

#include "base/failure.h"

namespace doorstep::storage::sql {

void Row::expect_columns(int count) const {
    if (count == columns()) return;
    throw StorageError(FailureKind::bug, query_name() + " gives " + std::to_string(columns()) + " columns, " +
                                             std::to_string(count) + " are read");
}

void Row::fail(int column, char const* expected) const {
    throw StorageError(FailureKind::corrupt, query_name() + ", column " + std::to_string(column + 1) + " (" +
                                                 std::string(column_name(column)) + "): expected " +
                                                 expected);
}

}  // namespace doorstep::storage::sql
