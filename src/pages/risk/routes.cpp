#include "pages/risk/routes.h"

#include "pages/risk/assess.h"
#include "pages/risk/assessment.h"
#include "pages/risk/risk_of_case.h"

namespace doorstep::pages::risk {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const see = Access::to(Action::see_protected_details);
    auto const assess = Access::to(Action::assess_risk);
    routes.push_back({Method::get, "/cases/{reference}/risk", see, show_risk});
    routes.push_back({Method::get, "/cases/{reference}/risk/new", assess, show_assess});
    routes.push_back({Method::post, "/cases/{reference}/risk/new", assess, post_assess, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/risk/{assessment}", see, show_assessment});
    routes.push_back({Method::post, "/cases/{reference}/risk/{assessment}/override/withdrawal", assess,
                      post_take_back, Body::form});
}

}  // namespace doorstep::pages::risk
