#pragma once

#include "api/endpoint.h"

namespace doorstep::api::plans {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::plans
