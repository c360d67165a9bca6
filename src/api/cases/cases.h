#pragma once

#include "api/endpoint.h"

namespace doorstep::api::cases {

/// "/api/v1/cases": the list, one case and its details.
void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::cases
