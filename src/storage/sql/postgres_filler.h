#pragma once

#include <memory>
#include <string>

#include "storage/sql/database.h"

namespace doorstep::storage::sql {

/// PostgreSQL's half of open_database_to_fill: statements are sent without waiting for the answer to each,
/// and a failure is met at the latest at the end of the piece of work. `run` says 1 whatever it changed.
std::unique_ptr<Database> open_postgres_to_fill(std::string const& location);

}  // namespace doorstep::storage::sql
