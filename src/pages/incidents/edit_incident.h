#pragma once

#include "pages/visit.h"

/// C11: an incident put right, or struck out as a mistake.
namespace doorstep::pages::incidents {

// GET and POST /cases/{reference}/incidents/{incident}/edit and /remove
http::Response show_edit_incident(Visit& visit);
http::Response post_edit_incident(Visit& visit);
http::Response show_strike_incident(Visit& visit);
http::Response post_strike_incident(Visit& visit);

}  // namespace doorstep::pages::incidents
