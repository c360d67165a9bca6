#pragma once

#include <vector>

#include "base/instant.h"
#include "base/working_days.h"
#include "legal/provision.h"

/// Counting time as statutes do.
namespace doorstep::legal {

/// The last day of a period that runs from a day.
/// "Beginning with": the day is day 1, so months end on the day before the same date, N months on.
/// "Following": the day is not counted. Where the month has no such date, a limit takes the earlier candidate
/// and a waiting time the later one. Working days are those of the nation, and never end on another day.
/// Weekends and bank holidays stop no other period.
Date last_day_of(Provision const& period, Date from, Nation nation);
Date last_day_of(int value, ProvisionUnit unit, Counting counting, PeriodUse use, Date from, Nation nation);

/// The moment after so much time, as it passes: 48 hours over a change of the clocks end at another hour of
/// the day. Local days that are not counted are left out from midnight to midnight; time inside them stands
/// still.
Instant after_milliseconds(Instant from, std::int64_t milliseconds,
                           std::vector<DayNotCounted> const& not_counted);

/// Easter Sunday of the Church of England (Calendar (New Style) Act 1750, section 3 and its tables).
Date easter_sunday(int year);
bool is_not_counted(Date day, std::vector<DayNotCounted> const& not_counted);

/// So many working days before the day: never that day itself.
Date working_days_before(Date day, int count, Nation nation);

Division division_of(Nation nation);

}  // namespace doorstep::legal
