#include <fmt/format.h>

#include "base/digits.h"
#include "legal/law.h"

namespace doorstep::legal {
namespace {

constexpr std::int64_t milliseconds_in_a_minute = 60'000;

/// "15:00" or "15:00:30", on the clock of London.
std::optional<Instant> local_instant(Date day, std::string_view text) {
    bool const has_seconds = text.size() == 8 && text[5] == ':';
    if ((text.size() != 5 && !has_seconds) || text[2] != ':') return std::nullopt;
    auto const hour = digits(text.substr(0, 2));
    auto const minute = digits(text.substr(3, 2));
    auto const second = has_seconds ? digits(text.substr(6, 2)) : std::optional(0);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return london_instant(day, {*hour, *minute}).plus_seconds(*second);
}

/// Minutes that London is ahead of UTC.
std::int64_t minutes_ahead(Instant instant) {
    auto const time = london_time(instant);
    auto const local =
        std::int64_t{london_date(instant).days_since_1970()} * 1440 + time.hour * 60 + time.minute;
    auto const milliseconds = instant.milliseconds();
    auto const past_the_minute =
        (milliseconds % milliseconds_in_a_minute + milliseconds_in_a_minute) % milliseconds_in_a_minute;
    return local - (milliseconds - past_the_minute) / milliseconds_in_a_minute;
}

}  // namespace

std::optional<LawMoment> parse_law_moment(std::string_view text) {
    auto const day = Date::parse_iso(text.substr(0, 10));
    if (!day) return std::nullopt;
    if (text.size() == 10) return LawMoment::on(*day);
    if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
    auto const time = text.substr(11);
    if (auto const local = local_instant(*day, time)) return LawMoment::at(*local);
    // With an offset: seconds may have been left out.
    std::string whole = std::string(text.substr(0, 10)) + "T" + std::string(time);
    if (time.size() > 5 && time[5] != ':') whole.insert(16, ":00");
    auto const instant = Instant::parse_iso(whole);
    return instant ? std::optional(LawMoment::at(*instant)) : std::nullopt;
}

std::string iso(LawMoment const& moment) {
    if (!moment.instant) return moment.day.iso();
    auto const time = london_time(*moment.instant);
    auto const ahead = minutes_ahead(*moment.instant);
    auto const second = (moment.instant->milliseconds() % 60'000 + 60'000) % 60'000 / 1000;
    return fmt::format("{}T{:02}:{:02}:{:02}+{:02}:{:02}", moment.day.iso(), time.hour, time.minute, second,
                       ahead / 60, ahead % 60);
}

std::string words_for(LawMoment const& moment) {
    return moment.instant ? instant_words(*moment.instant) : date_words(moment.day);
}

}  // namespace doorstep::legal
