#include "domain/orders/respite.h"

#include <algorithm>

namespace doorstep::domain::orders {

std::optional<RespiteTimes> respite_times(Date made_on, std::optional<Date> stops, Date today) {
    auto const end = stops ? std::min(*stops, today) : today;
    int const lasted = days_between(made_on, end);
    if (lasted < 1) return std::nullopt;
    RespiteTimes times;
    times.before = {made_on.plus_days(-lasted), made_on};
    times.during = {made_on, end};
    if (stops && *stops < today) {
        times.after = RespiteTimes::Time{*stops, std::min(stops->plus_days(lasted), today)};
        times.is_over = times.after->days() == lasted;
    }
    return times;
}

double each_week(int count, int days) { return days < 1 ? 0 : 7.0 * count / days; }

}  // namespace doorstep::domain::orders
