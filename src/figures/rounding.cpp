#include "figures/rounding.h"

#include "base/assert.h"

namespace doorstep::figures {

std::int64_t scaled_half_up(std::int64_t numerator, std::int64_t denominator, int places) {
    DOORSTEP_ASSERT(numerator >= 0 && denominator > 0, "counts are not negative");
    // Wide enough for any count of cases and homes times any number of places asked for.
    __extension__ using Wide = unsigned __int128;
    Wide scale = 1;
    for (int n = 0; n < places; ++n) scale *= 10;
    auto const two = static_cast<Wide>(denominator) * 2;
    return static_cast<std::int64_t>(
        (static_cast<Wide>(numerator) * scale * 2 + static_cast<Wide>(denominator)) / two);
}

std::string decimal_half_up(std::int64_t numerator, std::int64_t denominator, int places) {
    auto digits = std::to_string(scaled_half_up(numerator, denominator, places));
    if (places == 0) return digits;
    auto const wanted = static_cast<std::size_t>(places) + 1;
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
    return digits;
}

std::string percent_words(std::int64_t counted, std::int64_t base) {
    auto const whole = scaled_half_up(counted, base, 2);
    bool const seems_all = whole == 100 && counted != base;
    bool const seems_none = whole == 0 && counted != 0;
    if (!seems_all && !seems_none) return std::to_string(whole) + "%";
    auto const tenths = scaled_half_up(counted, base, 3);
    if (tenths == 1000) return "more than 99.9%";
    if (tenths == 0) return "less than 0.1%";
    return decimal_half_up(counted * 100, base, 1) + "%";
}

}  // namespace doorstep::figures
