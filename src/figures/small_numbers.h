#pragma once

#include <cstdint>
#include <vector>

namespace doorstep::figures {

/// Which counts to hold back where those below `smallest` could point to a household: every count from 1 to
/// smallest - 1. Where their total is known, holding back one would not hide it, so the next smallest goes
/// too: at least two are held back, or none. Nought is shown. One flag for each count.
std::vector<bool> held_back(std::vector<std::int64_t> const& counts, int smallest);

/// A share is shown only when it rests on enough.
inline bool is_large_enough(std::int64_t base, int smallest) { return base >= smallest; }

}  // namespace doorstep::figures
