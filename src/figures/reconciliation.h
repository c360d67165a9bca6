#pragma once

#include <cstdint>
#include <string>

namespace doorstep::figures {

/// What was open at the start, what came and went, and what was open at the end.
struct Reconciliation {
    std::int64_t open_at_start = 0;  ///< before the first day
    std::int64_t opened = 0;
    std::int64_t reopened = 0;
    std::int64_t closed = 0;
    std::int64_t open_at_end = 0;  ///< after the last day

    std::int64_t expected_at_end() const { return open_at_start + opened + reopened - closed; }
    /// By how many the records do not add up; 0 when they do.
    std::int64_t difference() const { return open_at_end - expected_at_end(); }
};

/// "120 open at the start, 40 opened and 2 opened again, 50 closed: 112 open at the end." and, when they do
/// not add up, by how many.
std::string reconciliation_words(Reconciliation const& reconciliation);

}  // namespace doorstep::figures
