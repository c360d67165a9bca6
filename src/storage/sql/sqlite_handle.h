#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace doorstep::storage::sql {

/// "Door", in the header of every database file we make, so that another program's file is not taken for
/// ours.
inline constexpr std::int64_t sqlite_application_id = 0x446f6f72;

struct CloseSqlite {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

enum class SqliteAccess { read_only, read_write, create };

/// A connection with our settings, for one thread at a time: foreign keys on and asserted, double-quoted
/// strings off, untrusted schema. A file that is made is readable by its owner only. Throws StorageError.
SqliteHandle open_sqlite_handle(std::string const& path, SqliteAccess access,
                                std::chrono::milliseconds busy_timeout);

/// Statements without parameters or results.
void execute_sqlite(sqlite3* handle, std::string const& sql, std::string const& doing);
/// The first column of the first row, for pragmas.
std::string sqlite_text(sqlite3* handle, std::string const& sql);
std::int64_t sqlite_integer(sqlite3* handle, std::string const& sql);

}  // namespace doorstep::storage::sql
