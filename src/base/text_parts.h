#pragma once

#include <string>
#include <string_view>

/// Pieces that the files of base/text.h share.
namespace doorstep::text {

bool is_ascii(std::string_view text);
/// "O'Neill" as "ONeill": how it is filed and said.
std::string without_apostrophes(std::string_view text);
/// Unicode full case folding, as code points.
std::u32string case_folded(std::string_view text);

}  // namespace doorstep::text
