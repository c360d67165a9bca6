#pragma once

#include <string>
#include <string_view>

namespace doorstep::components_tests {

/// A fragment of HTML as a browser would parse it, one node a line, so that two spellings of the same markup
/// are equal and a difference can be read. Attributes are sorted; whitespace counts only between words and an
/// inline element.
std::string parsed(std::string_view html);

}  // namespace doorstep::components_tests
