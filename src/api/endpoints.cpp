#include "api/endpoints.h"

#include "api/cases/cases.h"
#include "api/closures/closures.h"
#include "api/contacts/contacts.h"
#include "api/document.h"
#include "api/figures/figures.h"
#include "api/people/people.h"
#include "api/plans/plans.h"
#include "api/reports/reports.h"
#include "api/risk/risk.h"
#include "api/surveys/surveys.h"
#include "api/tasks/tasks.h"

namespace doorstep::api {

Endpoints const& all_endpoints() {
    static auto const endpoints = [] {
        Endpoints made;
        add_document_endpoint(made);
        reports::add_endpoints(made);
        cases::add_endpoints(made);
        people::add_endpoints(made);
        contacts::add_endpoints(made);
        risk::add_endpoints(made);
        plans::add_endpoints(made);
        tasks::add_endpoints(made);
        closures::add_endpoints(made);
        surveys::add_endpoints(made);
        figures::add_endpoints(made);
        return made;
    }();
    return endpoints;
}

}  // namespace doorstep::api
