#pragma once

#include <cstdint>
#include <string>

/// Rounding from the whole counts in one step, half up: never of a number that was rounded before.
namespace doorstep::figures {

/// round_half_up(numerator / denominator * 10^places), as a whole number. Neither is negative, and the
/// denominator is above zero.
std::int64_t scaled_half_up(std::int64_t numerator, std::int64_t denominator, int places);
/// "23.0" for 229971 / 10000 with one place.
std::string decimal_half_up(std::int64_t numerator, std::int64_t denominator, int places);

/// "82%". Says 100% and 0% only when it is all and none: else one more place, "99.6%", or "more than 99.9%".
std::string percent_words(std::int64_t counted, std::int64_t base);

}  // namespace doorstep::figures
