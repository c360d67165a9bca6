#pragma once

#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace doorstep::web {

/// The bytes in gzip format (RFC 1952), with zlib at a level that costs little.
std::string gzip(std::string_view bytes);

/// Compresses a response when that is safe, worth it and accepted; adds Vary either way.
///
/// Safe means no_store == false: the response holds nothing personal and no CSRF token. The length of a
/// compressed page that holds a secret and repeats what an attacker chose tells the secret byte by byte (the
/// BREACH attack), so every page with a session or a token goes out as it is
/// (docs/adr/2026-11-21-compression.md).
void compress_if_safe(http::Request const& request, http::Response& response);

}  // namespace doorstep::web
