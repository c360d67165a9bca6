#pragma once

#include <algorithm>
#include <string>

#include "base/instant.h"

namespace doorstep::storage {

/// "20261121T200700.000Z": a moment in a file name, sorting by age.
inline std::string file_time(Instant instant) {
    auto text = instant.iso();
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace doorstep::storage
