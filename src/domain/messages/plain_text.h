#pragma once

#include <string>
#include <string_view>

namespace doorstep::domain::messages {

/// A letter's Markdown as people read it without formatting: marks of headings and emphasis go, links show
/// their address after their words, everything else stays as it is.
std::string plain_text(std::string_view markdown);

}  // namespace doorstep::domain::messages
