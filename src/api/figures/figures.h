#pragma once

#include "api/endpoint.h"

namespace doorstep::api::figures {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::figures
