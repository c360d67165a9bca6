#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "storage/backup.h"

/// The parts of storage/backup.h for PostgreSQL.
namespace doorstep::storage {

void backup_postgres(std::string const& connection, std::filesystem::path const& to, std::int64_t size,
                     Progress const& progress);
/// In one transaction. Tables of the database that the backup does not know, as after a migration, are not
/// dropped: then the backup goes into a new, empty database (StorageError, refused).
void restore_postgres(std::string const& connection, std::filesystem::path const& from,
                      Progress const& progress);
std::vector<CheckFinding> check_postgres(std::string const& connection);

}  // namespace doorstep::storage
