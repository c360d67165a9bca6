#pragma once

#include "pages/visit.h"

namespace doorstep::pages::risk {

/// C14: GET /cases/{reference}/risk
http::Response show_risk(Visit& visit);

}  // namespace doorstep::pages::risk
