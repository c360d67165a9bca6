#pragma once

#include <sqlite3.h>

#include <string>

#include "base/failure.h"

namespace doorstep::storage::sql {

FailureKind sqlite_failure_kind(sqlite3* handle, int code);
/// Throws the StorageError for a result code; `doing` is the query's name or what was tried.
[[noreturn]] void throw_sqlite(sqlite3* handle, int code, std::string const& doing);

}  // namespace doorstep::storage::sql
