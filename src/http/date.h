#pragma once

#include <string>

#include "base/instant.h"

namespace doorstep::http {

/// IMF-fixdate in GMT, as every date in a header must be (RFC 9110, 5.6.7): "Sat, 21 Nov 2026 20:07:00 GMT".
std::string header_date(Instant instant);

}  // namespace doorstep::http
