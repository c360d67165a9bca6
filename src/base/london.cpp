#include <date/tz.h>

#include <array>

#include "base/failure.h"
#include "base/instant.h"

namespace doorstep {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t milliseconds_a_minute = 60'000;
constexpr std::int64_t minutes_a_day = 1'440;

date::time_zone const& london() {
    static date::time_zone const* const zone = [] {
        try {
            return date::locate_zone("Europe/London");
        } catch (std::runtime_error const&) {
            throw Failure(FailureKind::unavailable,
                          "the operating system has no time zone data: install tzdata");
        }
    }();
    return *zone;
}

/// A stretch of time with one offset from UTC, [begin, end) in milliseconds.
struct Stretch {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t offset = 0;
};

/// Lists ask for thousands of instants of the same few months: the two stretches met last (summer and winter)
/// answer nearly all of them.
Stretch stretch_at(Instant instant) {
    thread_local std::array<Stretch, 2> recent;
    auto const at = instant.milliseconds();
    for (auto const& stretch : recent)
        if (stretch.begin <= at && at < stretch.end) return stretch;
    auto const found =
        london().get_info(date::floor<seconds>(date::sys_time<milliseconds>(milliseconds(at))));
    recent[1] = recent[0];
    recent[0] = {milliseconds(found.begin.time_since_epoch()).count(),
                 milliseconds(found.end.time_since_epoch()).count(), milliseconds(found.offset).count()};
    return recent[0];
}

struct WallClock {
    Date date;
    TimeOfDay time;
};

WallClock wall_clock(Instant instant) {
    auto const local = instant.milliseconds() + stretch_at(instant).offset;
    auto minutes = local / milliseconds_a_minute - (local % milliseconds_a_minute < 0 ? 1 : 0);
    auto day = minutes / minutes_a_day;
    minutes %= minutes_a_day;
    if (minutes < 0) {
        minutes += minutes_a_day;
        --day;
    }
    return {Date::from_days_since_1970(static_cast<std::int32_t>(day)),
            {static_cast<int>(minutes / 60), static_cast<int>(minutes % 60)}};
}

}  // namespace

Date london_date(Instant instant) { return wall_clock(instant).date; }
TimeOfDay london_time(Instant instant) { return wall_clock(instant).time; }

Instant london_instant(Date date, TimeOfDay time) {
    auto const wanted = date::local_seconds(date::days(date.days_since_1970())) +
                        std::chrono::hours(time.hour) + std::chrono::minutes(time.minute);
    auto const found = london().get_info(wanted);
    auto const moment = found.result == date::local_info::nonexistent
                            ? found.first.end
                            : date::sys_seconds(wanted.time_since_epoch() - found.first.offset);
    return Instant::from_milliseconds(milliseconds(moment.time_since_epoch()).count());
}

Instant london_midnight(Date date) { return london_instant(date, {}); }

std::string instant_words(Instant instant) {
    auto const shown = wall_clock(instant);
    return date_words(shown.date) + " at " + shown.time.words();
}

}  // namespace doorstep
