#pragma once

#include <cstdint>
#include <string_view>

#include "storage/sql/database.h"

namespace doorstep::storage::references {

/// The next number of a reference of this kind ("report", "case") in this year, from 1, taken in the same
/// transaction: a change that is given up takes no number.
std::int64_t next_number(sql::Write& tx, std::string_view kind, int year);

}  // namespace doorstep::storage::references
