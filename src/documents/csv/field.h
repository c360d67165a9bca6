#pragma once

#include <string>
#include <string_view>

namespace doorstep::documents::csv {

/// One field of a CSV file, quoted where it must be (RFC 4180, 2.6 and 2.7). A text that a spreadsheet would
/// take for a formula begins with an apostrophe, which keeps it a text ("CSV Injection", OWASP): also when
/// white space comes before the sign.
std::string field(std::string_view words);

}  // namespace doorstep::documents::csv
