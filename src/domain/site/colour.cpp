#include "domain/site/colour.h"

#include <array>
#include <cmath>
#include <string>

namespace doorstep::domain::site {

namespace {

std::optional<int> hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

/// Red, green and blue from 0 to 1.
std::optional<std::array<double, 3>> channels(std::string_view colour) {
    if (colour.size() != 7 || colour.front() != '#') return std::nullopt;
    std::array<double, 3> found{};
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto const high = hexadecimal_digit(colour[1 + 2 * i]);
        auto const low = hexadecimal_digit(colour[2 + 2 * i]);
        if (!high || !low) return std::nullopt;
        found[i] = (*high * 16 + *low) / 255.0;
    }
    return found;
}

/// WCAG 2.2, definition of relative luminance.
double relative_luminance(std::array<double, 3> const& colour) {
    auto const linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

}  // namespace

std::optional<double> contrast_with_white(std::string_view colour) {
    auto const found = channels(colour);
    if (!found) return std::nullopt;
    return 1.05 / (relative_luminance(*found) + 0.05);
}

}  // namespace doorstep::domain::site
