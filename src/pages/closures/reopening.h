#pragma once

#include "pages/visit.h"

namespace doorstep::pages::closures {

/// C28: /cases/{reference}/reopening
http::Response show_reopening(Visit& visit);
http::Response post_reopening(Visit& visit);

}  // namespace doorstep::pages::closures
