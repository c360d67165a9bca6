#pragma once

#include "api/endpoint.h"

namespace doorstep::api::risk {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::risk
