#pragma once

#include "api/endpoint.h"

namespace doorstep::api::surveys {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::surveys
