#pragma once

#include <string_view>

namespace doorstep::domain::messages {

/// Whether mail can be sent to it: one @ with something on either side, a dot in the domain, and nothing that
/// could end a line or an address early. A part of RFC 5321 section 4.1.2 that leaves out quoted names and
/// addresses by number: nobody has one, and each is a way to smuggle something in.
bool is_email_address(std::string_view text);

}  // namespace doorstep::domain::messages
