#include <cstdlib>
#include <stdexcept>

#include "support/databases.h"

namespace doorstep::test {
namespace {

namespace fs = std::filesystem;

fs::path base_folder() {
    std::error_code ignored;
    return fs::is_directory("/dev/shm", ignored) ? fs::path("/dev/shm") : fs::temp_directory_path();
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    auto pattern = (base_folder() / "doorstep-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("Cannot make a folder like " + pattern);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace doorstep::test
