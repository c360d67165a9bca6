#pragma once

#include "base/clock.h"
#include "base/uuid.h"

namespace doorstep::usecases::demo {

/// Ids whose time is that of what they name, always the same for a seed. Not shared between threads.
class TimedIds {
  public:
    explicit TimedIds(std::uint64_t seed) : clock_(Instant()), source_(clock_, seed) {}
    TimedIds(TimedIds const&) = delete;
    TimedIds& operator=(TimedIds const&) = delete;

    Uuid at(Instant when) {
        clock_.set(when);
        return source_.next();
    }

  private:
    FixedClock clock_;
    SeededIdSource source_;
};

}  // namespace doorstep::usecases::demo
