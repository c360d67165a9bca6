#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "storage/backup.h"

/// The parts of storage/backup.h for SQLite.
namespace doorstep::storage {

void backup_sqlite(std::string const& from, std::filesystem::path const& to, Progress const& progress);
void restore_sqlite(std::string const& location, std::filesystem::path const& from, Clock const& clock,
                    Progress const& progress);
std::vector<CheckFinding> check_sqlite(std::string const& path);

}  // namespace doorstep::storage
