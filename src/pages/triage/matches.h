#pragma once

#include "pages/visit.h"

namespace doorstep::pages::triage {

/// GET /triage/{id}/matches (C05)
http::Response show_matches(Visit& visit);

}  // namespace doorstep::pages::triage
