#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/files/received_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::files {

/// A file as it was received: in a temporary place, hashed.
struct Upload {
    std::filesystem::path path;
    std::string filename;  ///< as the browser sent it, for showing
    std::uint64_t size = 0;
    std::string sha256;
};

/// Why a file was not taken; each page says it in its own language, with the name and the limit.
enum class Trouble { too_big, too_many, empty, not_taken };
struct FileProblem {
    Trouble trouble{};
    std::string filename;
};

struct Limits {
    std::int64_t bytes = 0;  ///< of one file
    int files = 0;           ///< of one report
};
/// The landlord's standards in force today.
Limits limits(Context& context);

struct Taken {
    std::vector<domain::files::ReceivedFile> files;  ///< in the vault; not yet in the database
    std::vector<FileProblem> problems;               ///< of the others: those that are fine are taken
};
/// Moves files into the vault, their type found in their content. `already` counts towards the number a
/// report may have. From whoever asks: an officer, or a resident.
Taken take_uploads(Context& context, std::vector<Upload> const& uploads, int already);

}  // namespace doorstep::usecases::files
