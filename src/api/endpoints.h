#pragma once

#include "api/endpoint.h"

namespace doorstep::api {

/// Every route of the API.
Endpoints const& all_endpoints();

}  // namespace doorstep::api
