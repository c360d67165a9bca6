#include "domain/orders/possession.h"

#include <algorithm>

namespace doorstep::domain::orders {

bool shut_for_longer_than(Instant from, std::optional<Instant> stops, int hours, Instant now) {
    return std::min(stops.value_or(now), now) > from.plus_hours(hours);
}

}  // namespace doorstep::domain::orders
