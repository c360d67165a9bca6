#include "pages/interventions/routes.h"

#include "pages/interventions/intervention.h"
#include "pages/interventions/new_intervention.h"
#include "pages/interventions/steps_taken.h"

namespace doorstep::pages::interventions {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const see = Access::to(Action::see_protected_details);
    auto const work = Access::to(Action::work_case);
    routes.push_back({Method::get, "/cases/{reference}/actions", see, show_steps_taken});
    routes.push_back({Method::get, "/cases/{reference}/actions/new", work, show_new_intervention});
    routes.push_back(
        {Method::post, "/cases/{reference}/actions/new", work, post_new_intervention, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/actions/{action}", see, show_intervention});
    routes.push_back({Method::post, "/cases/{reference}/actions/{action}", work, post_outcome, Body::form});
}

}  // namespace doorstep::pages::interventions
