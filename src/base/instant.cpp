#include "base/instant.h"

#include "base/digits.h"

namespace doorstep {
namespace {

constexpr std::int64_t milliseconds_a_day = 86'400'000;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    auto const quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

/// "Z", "+01:00" or "-05:30" as minutes east of UTC.
std::optional<int> offset_minutes(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    auto const hours = digits(text.substr(1, 2));
    auto const minutes = digits(text.substr(4, 2));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    auto const east = *hours * 60 + *minutes;
    return text[0] == '-' ? -east : east;
}

struct Fraction {
    std::int64_t milliseconds = 0;
    std::string_view rest;
};

/// ".123" and longer (cut, not rounded) or nothing, and what follows it.
std::optional<Fraction> fraction(std::string_view text) {
    if (!text.starts_with('.')) return Fraction{0, text};
    text.remove_prefix(1);
    std::size_t count = 0;
    std::int64_t milliseconds = 0;
    for (std::int64_t unit = 100; count < text.size() && text[count] >= '0' && text[count] <= '9';
         ++count, unit /= 10)
        milliseconds += unit * (text[count] - '0');
    if (count == 0 || count > 9) return std::nullopt;
    return Fraction{milliseconds, text.substr(count)};
}

void append_part(std::string& text, char separator, int value, int width) {
    text += separator;
    append_digits(text, value, width);
}

}  // namespace

std::optional<Instant> Instant::parse_iso(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
    auto const date = Date::parse_iso(text.substr(0, 10));
    auto const hour = digits(text.substr(11, 2));
    auto const minute = digits(text.substr(14, 2));
    auto const second = digits(text.substr(17, 2));
    auto const below_second = fraction(text.substr(19));
    if (!date || !hour || !minute || !second || !below_second) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    auto const east = offset_minutes(below_second->rest);
    if (!east) return std::nullopt;
    auto const minutes = std::int64_t{*hour} * 60 + *minute - *east;
    return Instant(date->days_since_1970() * milliseconds_a_day + minutes * 60'000 + *second * 1000 +
                   below_second->milliseconds);
}

std::string Instant::iso() const {
    auto const day = floor_divide(milliseconds_, milliseconds_a_day);
    auto const rest = static_cast<int>(milliseconds_ - day * milliseconds_a_day);
    auto text = Date::from_days_since_1970(static_cast<std::int32_t>(day)).iso();
    text.reserve(24);
    append_part(text, 'T', rest / 3'600'000, 2);
    append_part(text, ':', rest / 60'000 % 60, 2);
    append_part(text, ':', rest / 1000 % 60, 2);
    append_part(text, '.', rest % 1000, 3);
    return text + 'Z';
}

}  // namespace doorstep
