#pragma once

#include "pages/visit.h"

namespace doorstep::pages::plans {

/// C16: GET /cases/{reference}/plan
http::Response show_plan(Visit& visit);

}  // namespace doorstep::pages::plans
