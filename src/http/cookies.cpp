#include <algorithm>

#include "http/decode.h"
#include "http/header_value.h"
#include "http/request.h"

namespace doorstep::http {
namespace {

/// More than any browser sends for one site (RFC 6265, 6.1: at least 50).
constexpr int cookie_limit = 100;

}  // namespace

/// RFC 6265, 5.4 read backwards. A quoted value loses its quotes; what has no "=" or no name is left out.
Pairs parse_cookies(std::string_view header) {
    Pairs cookies;
    for (int count = 0; !header.empty() && count < cookie_limit; ++count) {
        auto const end = std::min(header.find(';'), header.size());
        auto const cookie = trim_blanks(header.substr(0, end));
        header.remove_prefix(std::min(end + 1, header.size()));
        auto const equals = cookie.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        auto value = trim_blanks(cookie.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        cookies.add(clean_utf8(trim_blanks(cookie.substr(0, equals))), clean_utf8(value));
    }
    return cookies;
}

}  // namespace doorstep::http
