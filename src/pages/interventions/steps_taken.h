#pragma once

#include "pages/visit.h"

namespace doorstep::pages::interventions {

/// C17: GET /cases/{reference}/actions: support and enforcement side by side.
http::Response show_steps_taken(Visit& visit);

}  // namespace doorstep::pages::interventions
