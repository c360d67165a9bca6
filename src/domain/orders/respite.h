#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/date.h"

/// What a closure meant for those who live around it (M-41): as much time before it as it lasted, the time of
/// it, and as much again after its end, as far as it has passed. Equal times can be compared.
namespace doorstep::domain::orders {

struct RespiteTimes {
    struct Time {
        Date from;
        Date until;  ///< the first day that is not counted
        int days() const { return days_between(from, until); }
    };
    Time before;
    Time during;
    std::optional<Time> after;  ///< nothing while it lasts
    bool is_over = false;       ///< all three times are complete
};
/// `stops`: the first day on which it is no longer in force, if that is known. Nothing before its first whole
/// day is over: there is nothing to measure.
std::optional<RespiteTimes> respite_times(Date made_on, std::optional<Date> stops, Date today);

/// What was counted in one of the times.
struct RespiteCount {
    int reports = 0;
    int visits = 0;
    int comments = 0;
};

/// For each week, so that times of different length compare.
double each_week(int count, int days);

}  // namespace doorstep::domain::orders
