#pragma once

#include "api/endpoint.h"

namespace doorstep::api::tasks {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::tasks
