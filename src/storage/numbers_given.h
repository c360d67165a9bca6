#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/people/rights.h"

namespace doorstep::storage {

/// Numbers that somebody was given, as a column holds them: JSON. An empty text is no numbers.
std::string numbers_json(std::vector<domain::people::NumberGiven> const& numbers);
std::vector<domain::people::NumberGiven> read_numbers(std::string_view json);

}  // namespace doorstep::storage
