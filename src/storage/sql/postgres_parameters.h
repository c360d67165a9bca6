#pragma once

#include <string>
#include <vector>

#include "storage/sql/value.h"

namespace doorstep::storage::sql {

/// The values of a call as libpq wants them: text that ends in a NUL, or a null pointer for null. Kept and
/// reused by each connection.
class PostgresParameters {
  public:
    void fill(std::vector<Value const*> const& values);
    char const* const* pointers() const { return pointers_.data(); }
    int count() const { return static_cast<int>(pointers_.size()); }

  private:
    std::string bytes_;
    std::vector<char const*> pointers_;
};

}  // namespace doorstep::storage::sql
