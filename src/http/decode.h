#pragma once

#include <string>
#include <string_view>

namespace doorstep::http {

enum class PlusSign { literal, means_space };

/// Every %XX decoded, once. An escape that is not two hexadecimal digits stays as it is (URL Standard,
/// percent-decode).
std::string percent_decode(std::string_view text, PlusSign plus = PlusSign::literal);

/// Text that the rest of the program may keep: valid UTF-8, each broken sequence one U+FFFD (Unicode 15, 3.9,
/// maximal subparts), no NUL, which PostgreSQL refuses.
std::string clean_utf8(std::string_view text);

/// Whether clean_utf8 would change nothing.
bool is_clean_utf8(std::string_view text);

}  // namespace doorstep::http
