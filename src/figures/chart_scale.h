#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doorstep::figures {

/// Round numbers from zero to at or above the greatest value: 0, 5, 10, 15, 20 for 17. The last is the top of
/// the axis.
std::vector<double> axis_ticks(double greatest);

/// Words in lines of at most `limit` code points, broken between words, and inside one only when it is
/// longer.
std::vector<std::string> wrapped_lines(std::string_view words, std::size_t limit);

/// Every how many labels there is room for one, on a wide and on a narrow screen. The narrow step is a
/// multiple of the wide one, so that what is shown narrow is shown wide too.
struct LabelSteps {
    std::size_t wide = 1;
    std::size_t narrow = 1;
};
LabelSteps label_steps(std::size_t count, std::size_t longest_line);

}  // namespace doorstep::figures
