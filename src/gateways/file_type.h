#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"

namespace doorstep::gateways {

/// A kind of file we take as evidence, or refuse to.
struct FileType {
    std::string_view content_type;
    std::string_view words;  ///< "Photo (JPEG)"
    bool is_image = false;
    bool is_sound = false;
};

/// What the content is, by libmagic; the name and what the browser said count for nothing. Refused, in words
/// for the person who sent it: an empty file, a program, a web page, a script, an archive, or a kind we do
/// not know. Codes: "file-empty", "file-not-taken".
Expected<FileType> file_type(std::filesystem::path const& path, std::string_view filename);
/// By content type, for showing; nothing for one we never took.
std::optional<FileType> known_file_type(std::string_view content_type);

}  // namespace doorstep::gateways
