#pragma once

#include "pages/visit.h"

namespace doorstep::pages::triage {

/// GET and POST /triage/{id}/decision (C06)
http::Response show_decision(Visit& visit);
http::Response post_decision(Visit& visit);

}  // namespace doorstep::pages::triage
