#pragma once

#include <string_view>
#include <vector>

#include "domain/figures/measure.h"

namespace doorstep::legal {

/// Every measure that ships (standards/figures/*.toml), in the order they stand. Read once. Throws
/// std::logic_error when a file is not well made: unknown sources or codes, two of one id, a `beside` that is
/// not there, a share without what counts.
std::vector<domain::figures::Measure> const& measures();
/// Nothing for an id that is not there.
domain::figures::Measure const* find_measure(std::string_view id);

/// For tests: one file.
std::vector<domain::figures::Measure> read_measures(std::string_view name, std::string_view toml);
/// What is wrong with them, in sentences; empty when nothing is.
std::vector<std::string> problems_with(std::vector<domain::figures::Measure> const& measures);

}  // namespace doorstep::legal
