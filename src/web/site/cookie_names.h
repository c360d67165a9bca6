#pragma once

#include "http/request.h"
#include "http/response.h"

/// Over TLS every cookie of ours is called "__Host-session" and the like: a browser takes such a cookie only
/// from this very host, by TLS and for all its paths, so that neither a neighbouring host nor somebody on the
/// network can plant one (draft-ietf-httpbis-rfc6265bis, 4.1.3.2). Pages know the short names only.
namespace doorstep::web {

/// Leaves of the cookies what the site may believe, under its short name: over TLS those with the prefix,
/// else those without.
void take_prefix_from_cookies(http::Request& request);
void give_prefix_to_cookies(http::Request const& request, http::Response& response);

}  // namespace doorstep::web
