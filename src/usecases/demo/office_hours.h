#pragma once

#include "base/instant.h"
#include "base/working_days.h"
#include "usecases/demo/random.h"

namespace doorstep::usecases::demo {

/// When people at the landlord's work.
class OfficeHours {
  public:
    explicit OfficeHours(WorkingDays days) : days_(std::move(days)) {}

    /// Some minute between 8:45 and 17:15 of a working day: the day, or the next one that is.
    Instant on(Date day, Random& random) const;
    /// The same day when it is a working day and there is time left, else the next working day.
    Instant after(Instant earliest, Random& random) const;
    Date plus(Date day, int working_days) const { return days_.add(day, working_days); }
    bool is_working_day(Date day) const { return days_.is_working_day(day); }
    Date on_or_after(Date day) const { return days_.on_or_after(day); }

  private:
    WorkingDays days_;
};

}  // namespace doorstep::usecases::demo
