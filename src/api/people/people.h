#pragma once

#include "api/endpoint.h"

namespace doorstep::api::people {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::people
