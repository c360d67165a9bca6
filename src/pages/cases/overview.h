#pragma once

#include "pages/visit.h"

namespace doorstep::pages::cases {

/// C09: GET /cases/{reference}
http::Response show_overview(Visit& visit);

}  // namespace doorstep::pages::cases
