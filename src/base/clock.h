#pragma once

#include "base/instant.h"

namespace doorstep {

/// The only way anything learns the time. Tests pass a FixedClock and move it on purpose.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    Date today() const { return london_date(now()); }
};

class SystemClock : public Clock {
  public:
    Instant now() const override;
};

class FixedClock : public Clock {
  public:
    explicit FixedClock(Instant now) : now_(now) {}
    Instant now() const override { return now_; }
    void set(Instant now) { now_ = now; }

  private:
    Instant now_;
};

}  // namespace doorstep
