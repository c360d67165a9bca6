#include <fmt/format.h>

#include "base/digits.h"
#include "base/instant.h"

namespace doorstep {
namespace {

enum class Half { none, morning, afternoon };

/// Lower case, without spaces, and "9 a.m." as "9am".
std::string tidy(std::string_view text) {
    std::string result;
    for (char const character : text) {
        if (character == ' ') continue;
        result += character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    }
    for (std::string_view const dotted : {"a.m.", "p.m.", "a.m", "p.m"}) {
        if (!result.ends_with(dotted)) continue;
        auto const letter = dotted.front();
        result.resize(result.size() - dotted.size());
        return result + letter + 'm';
    }
    return result;
}

/// "9", "9:30", "9.30" or "0930".
std::optional<TimeOfDay> hour_and_minute(std::string_view text) {
    auto const separator = text.find_first_of(":.");
    std::optional<int> hour;
    std::optional<int> minute = 0;
    if (separator != std::string_view::npos) {
        if (text.size() - separator != 3 || separator < 1 || separator > 2) return std::nullopt;
        hour = digits(text.substr(0, separator));
        minute = digits(text.substr(separator + 1));
    } else if (text.size() == 3 || text.size() == 4) {
        hour = digits(text.substr(0, text.size() - 2));
        minute = digits(text.substr(text.size() - 2));
    } else if (text.size() <= 2) {
        hour = digits(text);
    }
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return TimeOfDay{*hour, *minute};
}

}  // namespace

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
    auto const tidied = tidy(text);
    std::string_view rest = tidied;
    if (rest == "midday" || rest == "noon") return TimeOfDay{12, 0};
    if (rest == "midnight") return TimeOfDay{0, 0};

    auto half = Half::none;
    if (rest.ends_with("am")) half = Half::morning;
    if (rest.ends_with("pm")) half = Half::afternoon;
    if (half != Half::none) rest.remove_suffix(2);

    auto time = hour_and_minute(rest);
    if (!time) return std::nullopt;
    if (half == Half::none) {
        // "9" may be morning or evening, and "930" may be a slip: the 24-hour clock needs its four figures.
        bool const has_separator = rest.find_first_of(":.") != std::string_view::npos;
        if (!has_separator && rest.size() != 4) return std::nullopt;
        return time;
    }
    if (time->hour < 1 || time->hour > 12) return std::nullopt;
    time->hour = time->hour % 12 + (half == Half::afternoon ? 12 : 0);
    return time;
}

std::string TimeOfDay::words() const {
    if (minute == 0 && hour == 12) return "midday";
    if (minute == 0 && hour == 0) return "midnight";
    auto const shown_hour = hour % 12 == 0 ? 12 : hour % 12;
    auto const half = hour < 12 ? "am" : "pm";
    if (minute == 0) return fmt::format("{}{}", shown_hour, half);
    return fmt::format("{}:{:02}{}", shown_hour, minute, half);
}

std::string TimeOfDay::iso() const { return fmt::format("{:02}:{:02}", hour, minute); }

}  // namespace doorstep
