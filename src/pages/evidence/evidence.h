#pragma once

#include "pages/visit.h"

namespace doorstep::pages::evidence {

/// C12: GET /cases/{reference}/evidence and /evidence/{file}
http::Response show_evidence(Visit& visit);
http::Response show_one(Visit& visit);
/// /cases/{reference}/evidence/new
http::Response show_add_evidence(Visit& visit);
http::Response post_add_evidence(Visit& visit);

void add_routes(Routes& routes);

}  // namespace doorstep::pages::evidence
