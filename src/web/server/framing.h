#pragma once

#include <cstdint>
#include <optional>

#include "http/request.h"

namespace doorstep::web::server {

enum class HttpVersion { one_zero, one_one };

/// How long a request's body is and what becomes of the connection, from its headers (RFC 9112, 6).
struct Framing {
    bool chunked = false;
    std::uint64_t content_length = 0;
    bool keep_alive = true;
    bool expects_continue = false;
    bool has_body() const { return chunked || content_length > 0; }
};

struct FramingResult {
    Framing framing;
    std::optional<int> refused_with;  ///< 400, 413, 417 or 501
};

/// Refuses every combination that a proxy before us might read in another way: two lengths, a length with
/// chunks, chunks in HTTP/1.0, any coding but "chunked", and a Host that is missing, repeated or not a host.
FramingResult read_framing(http::Pairs const& headers, HttpVersion version);

}  // namespace doorstep::web::server
