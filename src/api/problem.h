#pragma once

#include <string>
#include <string_view>

#include "base/refusal.h"
#include "http/response.h"

/// Refusals and errors as application/problem+json (RFC 9457), with the same words as the pages show.
namespace doorstep::api {

/// `type` is "urn:doorstep:problem:" and the code; `detail` the sentence; `problems` every member that was
/// wrong.
http::Response problem(Refusal const& refusal);
/// The same with another status than the refusal's kind has.
http::Response problem(int status, Refusal const& refusal);
/// What is refused before any use-case is asked, and what failed.
http::Response problem(int status, std::string_view code, std::string_view detail);
/// For a status that the server gives by itself: 400, 413, 415, 500, 503 and the like.
http::Response problem(int status);

}  // namespace doorstep::api
