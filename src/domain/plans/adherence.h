#pragma once

#include <vector>

#include "domain/plans/plan.h"

namespace doorstep::domain::plans {

/// How well a plan is kept (M-85): what is said about it can be laid beside what was done.
struct Adherence {
    int total = 0;    ///< steps that count
    int done = 0;     ///< of those, done, in time or late
    int on_time = 0;  ///< done on or before their day
    int late = 0;     ///< done late, not done by their day, or dropped after it
    /// Steps whose day has come or that were done before it: what on_time is a share of.
    int due() const { return on_time + late; }
    bool operator==(Adherence const&) const = default;
};

/// Of the steps of every plan that was agreed, on this day.
/// (1) A step dropped on or before its day counts for nothing: circumstances change. (2) Dropped after its
/// day it is late, so that dropping what was missed makes nothing look better. (3) A step whose day is today
/// is not late yet.
Adherence adherence(std::vector<PlanStep> const& steps, Date today);

}  // namespace doorstep::domain::plans
