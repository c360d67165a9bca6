#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace doorstep {

/// A file linked into the program: law/, standards/, content/, migrations/, demo/ and the built frontend as
/// assets/.
struct EmbeddedFile {
    std::string_view name;
    std::string_view content;
};

std::optional<EmbeddedFile> embedded_file(std::string_view name);
/// Every file whose name starts with `prefix`, sorted by name.
std::vector<EmbeddedFile> embedded_files(std::string_view prefix);

}  // namespace doorstep
