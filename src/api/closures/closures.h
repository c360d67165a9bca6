#pragma once

#include "api/endpoint.h"

namespace doorstep::api::closures {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::closures
