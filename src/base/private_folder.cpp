#include "base/private_folder.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/failure.h"

namespace doorstep {

PrivateFolder::PrivateFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "doorstep-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw Failure(FailureKind::full, "No folder for files under way could be made");
    path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path PrivateFolder::write(std::string_view name, std::string_view content) const {
    auto const file = path_ / name;
    std::ofstream out(file, std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    if (!out) throw Failure(FailureKind::full, "A file under way could not be written");
    return file;
}

std::string PrivateFolder::read(std::string_view name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    if (!in) throw Failure(FailureKind::unavailable, std::string(name) + " was not made");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace doorstep
