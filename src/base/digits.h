#pragma once

#include <optional>
#include <string_view>

namespace doorstep {

/// A whole number of one to nine ASCII digits and nothing else: no sign, no space.
constexpr std::optional<int> digits(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int value = 0;
    for (char const character : text) {
        if (character < '0' || character > '9') return std::nullopt;
        value = value * 10 + (character - '0');
    }
    return value;
}

}  // namespace doorstep
