#pragma once

#include "pages/visit.h"

namespace doorstep::pages::interventions {

/// C17: /cases/{reference}/actions/{action}: a step and what came of it.
http::Response show_intervention(Visit& visit);
http::Response post_outcome(Visit& visit);

}  // namespace doorstep::pages::interventions
