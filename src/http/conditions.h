#pragma once

#include <string_view>

namespace doorstep::http {

/// Whether an If-None-Match header names this ETag, so that 304 is right (RFC 9110, 13.1.2: weak comparison).
bool matches_etag(std::string_view if_none_match, std::string_view etag);

enum class Encoding { identity, gzip, brotli };

/// Whether an Accept-Encoding header allows this one (RFC 9110, 12.5.3): named, or by "*", and not with q=0.
bool accepts_encoding(std::string_view accept_encoding, Encoding encoding);

}  // namespace doorstep::http
