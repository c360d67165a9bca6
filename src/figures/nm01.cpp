#include "figures/nm01.h"

#include <charconv>

#include "base/text.h"
#include "figures/rounding.h"

namespace doorstep::figures {
namespace {

std::optional<std::int64_t> whole_number(std::string_view typed) {
    std::string digits;
    for (char const c : text::trim(typed))
        if (c != ',') digits += c;
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 0) return std::nullopt;
    return number;
}

}  // namespace

double Nm01Rate::exact() const {
    // Both are whole and far below 2^53, so that there is one rounding only: that of the division.
    return static_cast<double>(cases * 1000) / static_cast<double>(homes);
}

std::string Nm01Rate::published() const { return decimal_half_up(cases * 1000, homes, 1); }

std::optional<Nm01Rate> nm01_rate(std::string_view cases, std::string_view homes) {
    auto const counted = whole_number(cases);
    auto const owned = whole_number(homes);
    if (!counted || !owned || *owned == 0) return std::nullopt;
    constexpr std::int64_t most = 1'000'000'000'000;  // above it the product would not be exact
    if (*counted > most || *owned > most) return std::nullopt;
    return Nm01Rate{*counted, *owned};
}

}  // namespace doorstep::figures
