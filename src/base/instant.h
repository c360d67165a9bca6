#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace doorstep {

/// A moment, as milliseconds since 1970 in UTC. What was counted or shown by day also keeps a London Date
/// beside it.
class Instant {
  public:
    constexpr Instant() = default;
    static constexpr Instant from_milliseconds(std::int64_t value) { return Instant(value); }
    /// "2026-11-21T20:07:00Z" or with milliseconds or a numeric offset.
    static std::optional<Instant> parse_iso(std::string_view text);

    constexpr std::int64_t milliseconds() const { return milliseconds_; }
    constexpr Instant plus_milliseconds(std::int64_t value) const { return Instant(milliseconds_ + value); }
    constexpr Instant plus_seconds(std::int64_t value) const { return Instant(milliseconds_ + value * 1000); }
    constexpr Instant plus_hours(std::int64_t value) const { return plus_seconds(value * 3600); }

    /// "2026-11-21T20:07:00.000Z"
    std::string iso() const;

    constexpr auto operator<=>(Instant const&) const = default;

  private:
    explicit constexpr Instant(std::int64_t value) : milliseconds_(value) {}
    std::int64_t milliseconds_ = 0;
};

/// A time of day on a wall clock.
struct TimeOfDay {
    int hour = 0;    ///< 0 to 23
    int minute = 0;  ///< 0 to 59

    /// Accepts "9am", "5:30pm", "5.30 p.m.", "17:30", "1730", "midday", "noon", "midnight", with or without
    /// spaces. Not "9" or "930", which could be morning or evening.
    static std::optional<TimeOfDay> parse(std::string_view text);
    /// "9am", "5:30pm", "midday", "midnight"
    std::string words() const;
    /// "17:30"
    std::string iso() const;
    auto operator<=>(TimeOfDay const&) const = default;
};

/// Europe/London, from the operating system's time zone data. Cheap enough for every row of a long list.
Date london_date(Instant instant);
TimeOfDay london_time(Instant instant);
/// The instant of a wall-clock time. A time that the clocks skip becomes the first moment after the gap; a
/// time that happens twice is the earlier one.
Instant london_instant(Date date, TimeOfDay time);
/// The first instant of the day in London.
Instant london_midnight(Date date);
/// "21 November 2026 at 8:07pm"
std::string instant_words(Instant instant);

}  // namespace doorstep
