#include "api/endpoints.h"

#include "api/cases/cases.h"
#include "api/document.h"

namespace doorstep::api {

Endpoints const& all_endpoints() {
    static auto const endpoints = [] {
        Endpoints made;
        add_document_endpoint(made);
        cases::add_endpoints(made);
        return made;
    }();
    return endpoints;
}

}  // namespace doorstep::api
