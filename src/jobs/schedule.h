#pragma once

#include "base/instant.h"

namespace doorstep::jobs {

/// When a job comes round: every so many minutes, or once a day at a London wall-clock time.
class Schedule {
  public:
    static Schedule every_minutes(int minutes) { return Schedule(minutes, {}); }
    /// On the nights the clocks change it still runs once.
    static Schedule daily_at(TimeOfDay time) { return Schedule(0, time); }

    /// The first time strictly after `now`.
    Instant next_after(Instant now) const;

  private:
    Schedule(int minutes, TimeOfDay time) : minutes_(minutes), time_(time) {}
    int minutes_;
    TimeOfDay time_;
};

}  // namespace doorstep::jobs
