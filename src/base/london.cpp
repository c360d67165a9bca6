#include <date/tz.h>

#include <algorithm>
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

    bool contains(std::int64_t at) const { return begin <= at && at < end; }
};

std::int64_t milliseconds_at(date::sys_seconds moment) {
    return milliseconds(moment.time_since_epoch()).count();
}

date::sys_seconds clock_change(date::year year, date::month month) {
    return date::sys_days(year / month / date::Sunday[date::last]) + std::chrono::hours(1);
}

/// The list of changes in the operating system's data ends, often in 2037. After it today's rule goes on: an
/// hour ahead from 1am GMT on the last Sunday of March to 1am GMT on the last Sunday of October (Summer Time
/// Act 1972, section 1, as substituted by the Summer Time Order 2002).
Stretch stretch_by_rule(date::sys_seconds moment) {
    auto const year = date::year_month_day(date::floor<date::days>(moment)).year();
    auto const forward = clock_change(year, date::March);
    auto const back = clock_change(year, date::October);
    auto const summer = milliseconds(std::chrono::hours(1)).count();
    if (moment < forward)
        return {milliseconds_at(clock_change(year - date::years(1), date::October)), milliseconds_at(forward),
                0};
    if (moment < back) return {milliseconds_at(forward), milliseconds_at(back), summer};
    return {milliseconds_at(back), milliseconds_at(clock_change(year + date::years(1), date::March)), 0};
}

Stretch stretch_from_data(std::int64_t at) {
    auto const moment = date::floor<seconds>(date::sys_time<milliseconds>(milliseconds(at)));
    auto const found = london().get_info(moment);
    bool const is_past_the_list = found.end >= date::sys_days(date::year(10'000) / 1 / 1);
    if (is_past_the_list) return stretch_by_rule(moment);
    return {milliseconds_at(found.begin), milliseconds_at(found.end), milliseconds(found.offset).count()};
}

/// Lists ask for thousands of instants of the same few months: the two stretches met last (summer and winter)
/// answer nearly all of them.
Stretch stretch_at(std::int64_t at) {
    thread_local std::array<Stretch, 2> recent;
    for (auto const& stretch : recent)
        if (stretch.contains(at)) return stretch;
    recent[1] = recent[0];
    recent[0] = stretch_from_data(at);
    return recent[0];
}

struct WallClock {
    Date date;
    TimeOfDay time;
};

WallClock wall_clock(Instant instant) {
    auto const local = instant.milliseconds() + stretch_at(instant.milliseconds()).offset;
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
    // The clocks change at most once in two days, so the offsets a day before and a day after are all there
    // can be.
    auto const local =
        (date.days_since_1970() * minutes_a_day + time.hour * 60 + time.minute) * milliseconds_a_minute;
    auto const day = minutes_a_day * milliseconds_a_minute;
    auto const by_offset_before = local - stretch_at(local - day).offset;
    auto const by_offset_after = local - stretch_at(local + day).offset;
    auto const earlier = std::min(by_offset_before, by_offset_after);
    auto const later = std::max(by_offset_before, by_offset_after);
    for (auto const candidate : {earlier, later})
        if (candidate + stretch_at(candidate).offset == local) return Instant::from_milliseconds(candidate);
    // Skipped: by the old clock it lies in the new stretch, so the change itself is the first moment after
    // the gap.
    return Instant::from_milliseconds(stretch_at(by_offset_before).begin);
}

Instant london_midnight(Date date) { return london_instant(date, {}); }

std::string instant_words(Instant instant) {
    auto const shown = wall_clock(instant);
    return date_words(shown.date) + " at " + shown.time.words();
}

}  // namespace doorstep
