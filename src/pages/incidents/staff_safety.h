#pragma once

#include "pages/visit.h"

namespace doorstep::pages::incidents {

/// GET and POST /cases/{reference}/incidents/{incident}/staff-safety: what the policy on violence and
/// aggression asks, and what was done (M-58).
http::Response show_staff_safety(Visit& visit);
http::Response post_staff_safety(Visit& visit);

}  // namespace doorstep::pages::incidents
