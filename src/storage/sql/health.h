#pragma once

#include "storage/sql/database.h"

namespace doorstep::storage::sql {

/// The name of the last migration applied; empty in a database without any.
std::string last_migration(Database& database);
/// Of the data and its indexes, on disk.
std::int64_t size_in_bytes(Database& database);

}  // namespace doorstep::storage::sql
