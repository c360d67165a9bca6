#pragma once

#include "pages/visit.h"

namespace doorstep::pages::incidents {

/// C11: GET /cases/{reference}/incidents and /incidents/{incident}
http::Response show_incidents(Visit& visit);
http::Response show_incident(Visit& visit);
/// /cases/{reference}/incidents/new
http::Response show_add_incident(Visit& visit);
http::Response post_add_incident(Visit& visit);

void add_routes(Routes& routes);

}  // namespace doorstep::pages::incidents
