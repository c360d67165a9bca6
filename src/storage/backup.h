#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/sql/database.h"

namespace doorstep::storage {

using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// A consistent copy while others read and write. SQLite: the online backup API into one file, synced, then checked.
/// PostgreSQL: pg_dump's custom format. The file is written under another name and renamed when complete.
void backup(sql::Database& database, std::filesystem::path const& to, Progress const& progress = {});

/// Replaces the data at `location` (path or PostgreSQL URL) by a backup, after checking the backup. The old SQLite file
/// is kept beside it with the time in its name.
void restore(std::string const& location, std::filesystem::path const& from, Progress const& progress = {});

struct CheckFinding {
    std::string what;  ///< a sentence
};
/// Structure of the file, foreign keys, and the counts that must agree. Empty when all is well.
std::vector<CheckFinding> check(sql::Database& database);

}  // namespace doorstep::storage
