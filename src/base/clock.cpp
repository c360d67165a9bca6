#include "base/clock.h"

#include <chrono>

namespace doorstep {

Instant SystemClock::now() const {
    auto const since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return Instant::from_milliseconds(std::chrono::floor<std::chrono::milliseconds>(since_1970).count());
}

}  // namespace doorstep
