#pragma once

#include <memory>
#include <string>

#include "storage/sql/database.h"

namespace doorstep::storage::sql {

/// A database that is worth nothing until it is full, such as the demo. On SQLite it is a file that nobody
/// else has open: nothing is synced, links between rows are not looked at, and a piece of work that fails
/// leaves its half behind, so that the file is to be thrown away after any failure. Only for writing, each
/// piece of work on the calling thread. It must be there, with its tables. Open it in the ordinary way when
/// it is full.
std::unique_ptr<Database> open_database_to_fill(std::string const& location);

}  // namespace doorstep::storage::sql
