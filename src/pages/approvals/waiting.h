#pragma once

#include "pages/visit.h"

namespace doorstep::pages::approvals {

/// T05: GET /approvals
http::Response show_waiting(Visit& visit);

}  // namespace doorstep::pages::approvals
