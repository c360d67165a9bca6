#include "http/range.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "http/header_value.h"

namespace doorstep::http {
namespace {

std::optional<std::uint64_t> parse_number(std::string_view digits) {
    std::uint64_t number = 0;
    auto const* end = digits.data() + digits.size();
    auto const [stopped_at, error] = std::from_chars(digits.data(), end, number);
    if (digits.empty() || error != std::errc() || stopped_at != end) return std::nullopt;
    return number;
}

}  // namespace

Range parse_range(std::string_view header, std::uint64_t file_size) {
    Range const whole{Range::Kind::whole, 0, file_size};
    Range const unsatisfiable{Range::Kind::unsatisfiable, 0, 0};
    constexpr std::string_view unit = "bytes=";
    if (!equals_ignoring_case(header.substr(0, unit.size()), unit)) return whole;
    auto const range = trim_blanks(header.substr(unit.size()));
    auto const dash = range.find('-');
    if (dash == std::string_view::npos) return whole;

    if (dash == 0) {
        auto const last_bytes = parse_number(range.substr(1));
        if (!last_bytes) return whole;
        if (*last_bytes == 0 || file_size == 0) return unsatisfiable;
        auto const length = std::min(*last_bytes, file_size);
        return {Range::Kind::part, file_size - length, length};
    }

    auto const first = parse_number(range.substr(0, dash));
    if (!first) return whole;
    auto last = file_size == 0 ? 0 : file_size - 1;
    if (dash + 1 < range.size()) {
        auto const given = parse_number(range.substr(dash + 1));
        if (!given || *given < *first) return whole;
        last = std::min(last, *given);
    }
    if (*first >= file_size) return unsatisfiable;
    return {Range::Kind::part, *first, last - *first + 1};
}

}  // namespace doorstep::http
