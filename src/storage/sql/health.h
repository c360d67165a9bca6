#pragma once

#include "storage/sql/database.h"

namespace doorstep::storage::sql {

/// The name of the last migration applied; empty in a database without any.
std::string last_migration(Database& database);

}  // namespace doorstep::storage::sql
