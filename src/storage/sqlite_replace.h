#pragma once

#include <filesystem>

namespace doorstep::storage {

/// Puts a complete SQLite file in the place of another, atomically; the old one is kept as `kept`, complete
/// in itself, or with its log beside it when it is too damaged to be read. StorageError (retry) while another
/// process has it open.
void replace_sqlite(std::filesystem::path const& with, std::filesystem::path const& old,
                    std::filesystem::path const& kept);

}  // namespace doorstep::storage
