#include "base/date_pattern.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace doorstep {
namespace {

constexpr std::array<std::string_view, 12> short_month_names{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// Takes one to `most` figures from the front.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < most && size < text.size() && is_figure(text[size]))
        value = value * 10 + (text[size++] - '0');
    if (size == 0) return std::nullopt;
    text.remove_prefix(size);
    return value;
}

std::optional<int> take_month_name(std::string_view& text) {
    auto const name = text::lower_ascii(text.substr(0, 3));
    auto const found = std::find(short_month_names.begin(), short_month_names.end(), name);
    if (found == short_month_names.end()) return std::nullopt;
    text.remove_prefix(3);
    return static_cast<int>(found - short_month_names.begin()) + 1;
}

}  // namespace

DatePattern::Part DatePattern::part_at(std::string_view pattern, std::size_t& at) {
    struct Name {
        std::string_view letters;
        Part part;
    };
    static constexpr std::array names{
        Name{"YYYY", Part::year}, Name{"MMM", Part::month_name}, Name{"MM", Part::month},
        Name{"DD", Part::day},    Name{"HH", Part::hour},        Name{"hh", Part::hour_of_12},
        Name{"mm", Part::minute}, Name{"ss", Part::second},      Name{"AM", Part::half}};
    for (auto const& name : names)
        if (pattern.substr(at).starts_with(name.letters)) {
            at += name.letters.size();
            return name.part;
        }
    ++at;
    return Part::literal;
}

std::optional<DatePattern> DatePattern::parse(std::string_view pattern) {
    DatePattern made;
    std::array<int, 10> seen{};
    pattern = text::trim(pattern);
    for (std::size_t at = 0; at < pattern.size();) {
        auto const start = at;
        auto const part = part_at(pattern, at);
        made.tokens_.push_back({part, pattern[start]});
        if (part != Part::literal && ++seen[static_cast<std::size_t>(part)] > 1) return std::nullopt;
    }
    auto const count = [&](Part part) { return seen[static_cast<std::size_t>(part)]; };
    auto const hours = count(Part::hour) + count(Part::hour_of_12);
    bool const dated =
        count(Part::year) == 1 && count(Part::day) == 1 && count(Part::month) + count(Part::month_name) == 1;
    bool const timed = hours <= 1 && count(Part::minute) == hours && count(Part::second) <= hours &&
                       count(Part::half) == count(Part::hour_of_12);
    if (!dated || !timed) return std::nullopt;
    made.has_time_ = hours == 1;
    return made;
}

std::optional<DatePattern::Read> DatePattern::read(std::string_view text) const {
    text = text::trim(text);
    int year = 0, month = 0, day = 0, second = 0;
    TimeOfDay time;
    bool afternoon = false, of_12 = false;
    for (auto const& token : tokens_) {
        std::optional<int> value = 0;
        switch (token.part) {
            case Part::literal:
                if (text.empty() || text.front() != token.literal) return std::nullopt;
                text.remove_prefix(1);
                break;
            case Part::year: {
                auto const before = text.size();
                value = take_number(text, 4);
                if (before - text.size() != 4) return std::nullopt;
                year = value.value_or(0);
                break;
            }
            case Part::month:
                month = (value = take_number(text, 2)).value_or(0);
                break;
            case Part::month_name:
                month = (value = take_month_name(text)).value_or(0);
                break;
            case Part::day:
                day = (value = take_number(text, 2)).value_or(0);
                break;
            case Part::hour_of_12:
                of_12 = true;
                [[fallthrough]];
            case Part::hour:
                time.hour = (value = take_number(text, 2)).value_or(0);
                break;
            case Part::minute:
                time.minute = (value = take_number(text, 2)).value_or(0);
                break;
            case Part::second:
                second = (value = take_number(text, 2)).value_or(0);
                break;
            case Part::half: {
                auto const half = text::lower_ascii(text.substr(0, 2));
                if (half != "am" && half != "pm") return std::nullopt;
                afternoon = half == "pm";
                text.remove_prefix(2);
                break;
            }
        }
        if (!value) return std::nullopt;
    }
    auto const date = Date::of(year, month, day);
    if (!text.empty() || !date || time.minute > 59 || second > 60) return std::nullopt;
    if (of_12) {
        if (time.hour < 1 || time.hour > 12) return std::nullopt;
        time.hour = time.hour % 12 + (afternoon ? 12 : 0);
    }
    if (time.hour > 23) return std::nullopt;
    return Read{*date, has_time_ ? std::optional(time) : std::nullopt};
}

}  // namespace doorstep
