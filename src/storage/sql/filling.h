#pragma once

#include <memory>
#include <string>

#include "storage/sql/database.h"

namespace doorstep::storage::sql {

/// A database that is worth nothing until it is full, such as the demo: on SQLite nothing is synced and links
/// between rows are not looked at, so that a power cut may leave it useless. It must be there, with its
/// tables. Open it in the ordinary way for serving, and check it, when it is full.
std::unique_ptr<Database> open_database_to_fill(std::string const& location);

}  // namespace doorstep::storage::sql
