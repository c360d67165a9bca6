#pragma once

#include <cstdint>

namespace doorstep::figures {

/// Between which shares the true one lies, from 0 to 1.
struct Interval95 {
    double lower = 0;
    double upper = 1;
};

/// The 95% score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927), which
/// stays within 0 and 1 and holds for small counts. For a sample only: counts of all our records have no such
/// uncertainty. `base` above zero.
Interval95 wilson_interval(std::int64_t counted, std::int64_t base);

}  // namespace doorstep::figures
