#pragma once

#include "pages/visit.h"

namespace doorstep::pages::triage {

/// GET /triage (C03)
http::Response show_queue(Visit& visit);
/// POST /triage/next: takes up what comes first.
http::Response post_next(Visit& visit);

}  // namespace doorstep::pages::triage
