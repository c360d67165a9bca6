#pragma once

#include <filesystem>

#include "base/failure.h"

namespace doorstep::storage {

/// What an error number of the operating system asks of the caller: full, refused, or unavailable.
FailureKind kind_of_system_error(int error);

/// An empty file that only its owner can read; one that exists is left alone and not even opened (SQLite's
/// locks on a file end when any of the process's descriptors for it is closed).
void make_private_file(std::filesystem::path const& path);

/// What was written is on disk when these return; StorageError when it could not be. A folder is synced after
/// a name in it was added, changed or removed.
void sync_file(std::filesystem::path const& path);
void sync_folder(std::filesystem::path const& path);
/// Renames within a folder, replacing what is there, and syncs both file and folder.
void move_into_place(std::filesystem::path const& from, std::filesystem::path const& to);
/// The folder a file is in, "." where the path names none.
std::filesystem::path folder_of(std::filesystem::path const& path);

}  // namespace doorstep::storage
