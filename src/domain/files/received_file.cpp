#include "domain/files/received_file.h"

#include <fmt/format.h>

namespace doorstep::domain::files {

std::string size_words(std::int64_t bytes) {
    if (bytes < 1000) return fmt::format("{} bytes", bytes);
    if (bytes < 999'500) return fmt::format("{} KB", (bytes + 500) / 1000);
    auto const tenths = (bytes + 50'000) / 100'000;
    if (tenths >= 100) return fmt::format("{} MB", (bytes + 500'000) / 1'000'000);
    return tenths % 10 == 0 ? fmt::format("{} MB", tenths / 10)
                            : fmt::format("{}.{} MB", tenths / 10, tenths % 10);
}

}  // namespace doorstep::domain::files
