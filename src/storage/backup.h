#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "storage/sql/database.h"

namespace doorstep::storage {

/// Called now and then, from the thread that called: for SQLite in pages, for PostgreSQL in bytes written,
/// where `total` is the size of the database and so only a guide.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// A consistent copy while others read and write. SQLite: the online backup API into one file, synced, then
/// checked. PostgreSQL: pg_dump's custom format. The file is written under another name and renamed when
/// complete, so what is at `to` is always whole; one that is already there is left alone (StorageError,
/// refused).
void backup(sql::Database& database, std::filesystem::path const& to, Progress const& progress = {});

/// Replaces the data at `location` (path or PostgreSQL URL) by a backup, after checking the backup: its
/// structure, that it is Doorstep's, and that it is no newer than this program (StorageError: corrupt,
/// wrong_version). An older one is to be migrated afterwards. The old SQLite file is kept beside it with the
/// time in its name; while another process has it open, nothing is done (StorageError, retry).
void restore(std::string const& location, std::filesystem::path const& from, Clock const& clock,
             Progress const& progress = {});

struct CheckFinding {
    std::string what;  ///< a sentence
};
/// Structure of the file, foreign keys, indexes, and whether the schema is this program's. Empty when all is
/// well.
std::vector<CheckFinding> check(sql::Database& database);

}  // namespace doorstep::storage
