#pragma once

#include "api/endpoint.h"

namespace doorstep::api::contacts {

void add_endpoints(Endpoints& endpoints);

}  // namespace doorstep::api::contacts
