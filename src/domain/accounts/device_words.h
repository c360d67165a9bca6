#pragma once

#include <string>
#include <string_view>

namespace doorstep::domain::accounts {

/// "Firefox on Windows", so that somebody knows their own sessions again, from what a browser says of itself
/// (RFC 9110, section 10.1.5). Nothing else of it is kept. Browsers name each other, so the order of asking
/// matters. Empty when it says nothing we know.
std::string device_words(std::string_view user_agent);

}  // namespace doorstep::domain::accounts
