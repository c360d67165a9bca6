#include "figures/small_numbers.h"

#include <algorithm>
#include <optional>

namespace doorstep::figures {

std::vector<bool> held_back(std::vector<std::int64_t> const& counts, int smallest) {
    std::vector<bool> hidden(counts.size(), false);
    for (std::size_t n = 0; n < counts.size(); ++n) hidden[n] = counts[n] > 0 && counts[n] < smallest;
    if (std::count(hidden.begin(), hidden.end(), true) != 1) return hidden;
    std::optional<std::size_t> next;
    for (std::size_t n = 0; n < counts.size(); ++n)
        if (!hidden[n] && counts[n] > 0 && (!next || counts[n] < counts[*next])) next = n;
    if (next) hidden[*next] = true;
    return hidden;
}

}  // namespace doorstep::figures
