#pragma once

#include <cstdint>

namespace doorstep::storage::sql {

/// Counts towards statements_on_this_thread(). BEGIN, COMMIT and savepoints are not counted.
void count_statements(std::int64_t count);

}  // namespace doorstep::storage::sql
