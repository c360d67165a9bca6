#pragma once

#include <vector>

#include "storage/sql/query.h"
#include "storage/sql/value.h"

namespace doorstep::storage::sql {

/// Puts the values of a call in the order of the query's parameters. StorageError (bug) unless the names are
/// the same on both sides. Kept and reused by each connection, so that a call allocates nothing.
class OrderedValues {
  public:
    std::vector<Value const*> const& order(Query const& query, Bindings const& bindings);

  private:
    std::vector<Value const*> values_;
};

}  // namespace doorstep::storage::sql
