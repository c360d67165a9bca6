#pragma once

#include <string>
#include <vector>

namespace doorstep::legal {

/// Words that sound like a promise in minutes (standards/meetings/promises.toml). Read once.
std::vector<std::string> const& promise_phrases();

}  // namespace doorstep::legal
