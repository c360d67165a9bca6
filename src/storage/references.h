#pragma once

#include <cstdint>
#include <string_view>

#include "storage/sql/database.h"

namespace doorstep::storage::references {

/// The next number of a reference of this kind ("report", "case") in this year, from 1, taken in the same
/// transaction: a change that is given up takes no number.
std::int64_t next_number(sql::Write& tx, std::string_view kind, int year);
/// For records that came with numbers of their own: the next one taken is this.
void set_next_number(sql::Write& tx, std::string_view kind, int year, std::int64_t number);

}  // namespace doorstep::storage::references
