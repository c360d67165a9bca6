#pragma once

#include <cstdint>
#include <string>

namespace doorstep::domain::cases {

/// "ASB-26-00142": the year the case was opened, and its number in that year.
std::string case_reference(int year, std::int64_t number);

}  // namespace doorstep::domain::cases
