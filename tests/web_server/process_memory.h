#pragma once

#include <cstdint>

namespace doorstep::web {

/// Bytes of this process in memory: now, and at most since the last reset.
std::uint64_t resident_memory();
std::uint64_t peak_memory();
/// Starts the peak again from now; gives what is resident now.
std::uint64_t reset_peak_memory();

}  // namespace doorstep::web
