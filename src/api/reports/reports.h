#pragma once

#include "api/endpoint.h"

namespace doorstep::api::reports {

/// "/api/v1/reports": what waits in triage, a new report, one report, and the decision about it.
void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::reports
