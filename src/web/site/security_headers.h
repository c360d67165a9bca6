#pragma once

#include "http/request.h"
#include "http/response.h"

namespace doorstep::web {

/// The policy every response carries (ux: headers and scripts): scripts and styles only from this site, the
/// one inline script by its hash, no frames, no referrer. Strict-Transport-Security where the request came by
/// TLS.
void add_security_headers(http::Response& response, http::Request const& request);

}  // namespace doorstep::web
