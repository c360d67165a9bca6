#include "figures/wilson.h"

#include <algorithm>
#include <cmath>

#include "base/assert.h"

namespace doorstep::figures {

Interval95 wilson_interval(std::int64_t counted, std::int64_t base) {
    DOORSTEP_ASSERT(base > 0 && counted >= 0 && counted <= base, "a share of something");
    constexpr double z = 1.959963984540054;  // 97.5% point of the normal distribution
    auto const n = static_cast<double>(base);
    auto const p = static_cast<double>(counted) / n;
    auto const z2 = z * z;
    auto const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    auto const half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace doorstep::figures
