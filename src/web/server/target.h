#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"

namespace doorstep::web::server {

/// A request target taken apart: what http::Request carries of it.
struct Target {
    std::string path;  ///< decoded, without "/cy"
    http::Language language = http::Language::english;
    http::Pairs query;
};

/// Nothing for a target to answer with 400: not starting with "/" (or "http://host/", RFC 9112, 3.2.2), a
/// broken escape in the path, a path that is not clean UTF-8, or one with control characters, backslashes,
/// encoded slashes, empty or dot segments, all of which have been used to reach past a check on the path.
std::optional<Target> parse_target(std::string_view target);

}  // namespace doorstep::web::server
