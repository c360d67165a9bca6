#pragma once

#include <string>

#include "storage/sql/database.h"

namespace doorstep::test {

/// A hash of every row of every table, in order: two databases with the same one hold the same.
std::string whole_digest(storage::sql::Database& database);

}  // namespace doorstep::test
