#pragma once

#include "pages/visit.h"

namespace doorstep::pages::risk {

/// C14: GET /cases/{reference}/risk/{assessment}
http::Response show_assessment(Visit& visit);
/// POST /cases/{reference}/risk/{assessment}/override/withdrawal: taking back one's own request
http::Response post_take_back(Visit& visit);

}  // namespace doorstep::pages::risk
