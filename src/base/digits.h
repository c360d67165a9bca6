#pragma once

#include <optional>
#include <string>
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

/// Appends the last `width` decimal figures of a number that is not negative, with noughts in front.
inline void append_digits(std::string& text, int value, int width) {
    auto const end = text.size() + static_cast<std::size_t>(width);
    text.resize(end);
    for (auto position = end; width > 0; --width, value /= 10)
        text[--position] = static_cast<char>('0' + value % 10);
}

}  // namespace doorstep
