#pragma once

#include <string>
#include <string_view>

namespace doorstep::domain::cases {

/// "Loud music, Acre Court": what it is about and where, and nothing that names or singles out a home,
/// because titles stand in tabs, histories and print-outs.
std::string case_title(std::string_view kind, std::string_view place);

/// The street of an address without the number of the door: "Flat 12, Acre Court, 4 Mill Lane" and "4 Mill
/// Lane" both give "Mill Lane". Empty when nothing is left.
std::string street_of(std::string_view address_line);

}  // namespace doorstep::domain::cases
