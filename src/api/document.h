#pragma once

#include <string>

#include "api/endpoint.h"

namespace doorstep::api {

/// The OpenAPI 3.1 document of these routes: parameters, bodies from the forms' own declarations, answers
/// from the resources, and how to sign in.
std::string openapi_document(Endpoints const& endpoints);
/// Of all routes; the same bytes each time.
std::string const& openapi_document();

/// GET /api/v1/openapi.json, for everyone: it says nothing of any record.
void add_document_endpoint(Endpoints& endpoints);

}  // namespace doorstep::api
