#include "legal/law_counting.h"

#include <algorithm>

#include "base/assert.h"
#include "legal/calendar.h"

namespace doorstep::legal {
namespace {

bool has_day(DayNotCounted day, std::vector<DayNotCounted> const& not_counted) {
    return std::find(not_counted.begin(), not_counted.end(), day) != not_counted.end();
}

/// The same date so many months on. Where there is none, the last of that month, or the first of the next
/// when the later candidate is wanted.
Date same_date_months_on(Date from, int months, PeriodUse use) {
    auto const clamped = from.plus_months(months);
    bool const exists = clamped.day() == from.day();
    return exists || use == PeriodUse::limit ? clamped : clamped.plus_days(1);
}

Date last_day_of_months(int months, Counting counting, PeriodUse use, Date from) {
    auto const same_date = same_date_months_on(from, months, use);
    return counting == Counting::beginning_with ? same_date.plus_days(-1) : same_date;
}

}  // namespace

Date last_day_of(int value, ProvisionUnit unit, Counting counting, PeriodUse use, Date from, Nation nation) {
    auto const less = counting == Counting::beginning_with ? 1 : 0;
    switch (unit) {
        case ProvisionUnit::days:
            return value == 0 ? from : from.plus_days(value - less);
        case ProvisionUnit::weeks:
            return value == 0 ? from : from.plus_days(7 * value - less);
        case ProvisionUnit::months:
            return last_day_of_months(value, counting, use, from);
        case ProvisionUnit::years:
            return last_day_of_months(12 * value, counting, use, from);
        case ProvisionUnit::working_days:
            return working_days(division_of(nation)).add(from.plus_days(-less), value);
        default:
            DOORSTEP_ASSERT(false, "this unit is no period that runs from a day");
            return from;
    }
}

Date last_day_of(Provision const& period, Date from, Nation nation) {
    DOORSTEP_ASSERT(period.counting && period.number, period.id + " is no period that runs from a day");
    auto const last = last_day_of(*period.number, period.unit, *period.counting, period.use, from, nation);
    return period.rolls_to_working_day ? working_days(division_of(nation)).on_or_after(last) : last;
}

bool is_not_counted(Date day, std::vector<DayNotCounted> const& not_counted) {
    if (not_counted.empty()) return false;
    if (has_day(DayNotCounted::christmas_day, not_counted) && day.month() == 12 && day.day() == 25)
        return true;
    if (has_day(DayNotCounted::sunday, not_counted) && day.weekday() == Weekday::sunday) return true;
    return has_day(DayNotCounted::good_friday, not_counted) && day.plus_days(2) == easter_sunday(day.year());
}

Instant after_milliseconds(Instant from, std::int64_t milliseconds,
                           std::vector<DayNotCounted> const& not_counted) {
    if (not_counted.empty()) return from.plus_milliseconds(milliseconds);
    auto at = from;
    auto left = milliseconds;
    for (auto day = london_date(from);; day = day.plus_days(1)) {
        auto const midnight = london_midnight(day.plus_days(1));
        if (!is_not_counted(day, not_counted)) {
            auto const to_midnight = midnight.milliseconds() - at.milliseconds();
            // A period that ends on the stroke of midnight is over: no further day, counted or not, matters.
            if (left <= to_midnight) return at.plus_milliseconds(left);
            left -= to_midnight;
        }
        at = midnight;
    }
}

// Meeus, Jones and Butcher's form of the rule, for the Gregorian calendar.
Date easter_sunday(int year) {
    auto const golden = year % 19;
    auto const century = year / 100;
    auto const of_century = year % 100;
    auto const moon_correction = (8 * century + 13) / 25;
    auto const epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    auto const weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    auto const late = (golden + 11 * epact + 22 * weekday) / 451;
    auto const days = epact + weekday - 7 * late + 114;
    return Date::of(year, days / 31, days % 31 + 1).value();
}

Date working_days_before(Date day, int count, Nation nation) {
    auto const& calendar = working_days(division_of(nation));
    for (; count > 0; --count) {
        day = day.plus_days(-1);
        while (!calendar.is_working_day(day)) day = day.plus_days(-1);
    }
    return day;
}

Division division_of(Nation nation) {
    switch (nation) {
        case Nation::scotland:
            return Division::scotland;
        case Nation::northern_ireland:
            return Division::northern_ireland;
        default:
            return Division::england_and_wales;
    }
}

}  // namespace doorstep::legal
