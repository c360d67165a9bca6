#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/instant.h"

/// The absolute ground: Housing Act 1985, section 84A; Housing Act 1988, Schedule 2, ground 7A.
namespace doorstep::domain::orders {

/// Whether a closure prohibited access for longer than the law asks, up to a moment (section 84A(6)(b)).
bool shut_for_longer_than(Instant from, std::optional<Instant> stops, int hours, Instant now);

/// A condition that something on file may meet.
struct ConditionFound {
    int number = 0;       ///< 1 to 5
    std::string because;  ///< "Closure order made on 15 June 2026"
    bool is_met = false;
    std::string not_met_because;
    std::optional<Date> serve_by;  ///< last day for the notice
};

}  // namespace doorstep::domain::orders
