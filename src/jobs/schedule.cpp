#include "jobs/schedule.h"

namespace doorstep::jobs {

Instant Schedule::next_after(Instant now) const {
    if (minutes_ > 0) return now.plus_seconds(std::int64_t{60} * minutes_);
    auto const today = london_instant(london_date(now), time_);
    return today > now ? today : london_instant(london_date(now).plus_days(1), time_);
}

}  // namespace doorstep::jobs
