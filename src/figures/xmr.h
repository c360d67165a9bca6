#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace doorstep::figures {

/// Which rule says that a point is not just chance.
enum class XmrFlag { beyond_limit, seven_rising, seven_falling, two_of_three, seven_above, seven_below };
std::string xmr_flag_words(XmrFlag flag);

struct XmrPoint {
    std::size_t index = 0;
    XmrFlag flag{};
    bool operator==(XmrPoint const&) const = default;
};

struct Xmr {
    double mean = 0;
    double lower = 0;
    double upper = 0;
    std::vector<XmrPoint> flags;  ///< at most one for a point, the first rule that holds
};

struct XmrOptions {
    /// Limits from the first so many points; from all when nothing.
    std::optional<std::size_t> baseline;
    /// Moving ranges of 3.267 times their mean or more are left out once.
    bool screens = true;
};

/// Individuals and moving ranges (D. J. Wheeler, "Understanding Variation"; the rules of NHS England's
/// "Making Data Count"): centre the mean, limits 2.66 mean moving ranges each side. Flags, the first that
/// holds: beyond a limit; 7 rising or falling; 2 of 3 beyond two thirds of the way to a limit, all three on
/// that side; 7 on one side. Nothing with fewer than 12 points: there are no limits to speak of.
std::optional<Xmr> xmr(std::vector<double> const& values, XmrOptions const& options = {});

}  // namespace doorstep::figures
