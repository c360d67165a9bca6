#pragma once

#include "pages/visit.h"

namespace doorstep::pages::interventions {

/// C17: /cases/{reference}/actions/new: which step, from the catalogue; then, with ?step=code, its own form.
http::Response show_new_intervention(Visit& visit);
http::Response post_new_intervention(Visit& visit);

}  // namespace doorstep::pages::interventions
