#include "pages/plans/routes.h"

#include "pages/plans/agreement.h"
#include "pages/plans/new_plan.h"
#include "pages/plans/plan_copy.h"
#include "pages/plans/plan_of_case.h"
#include "pages/plans/step.h"

namespace doorstep::pages::plans {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const see = Access::to(Action::see_protected_details);
    auto const plan = Access::to(Action::agree_plan);
    auto const work = Access::to(Action::work_case);
    routes.push_back({Method::get, "/cases/{reference}/plan", see, show_plan});
    routes.push_back({Method::get, "/cases/{reference}/plan/new", plan, show_new_plan});
    routes.push_back({Method::post, "/cases/{reference}/plan/new", plan, post_new_plan, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/plan/agreement", plan, show_agreement});
    routes.push_back({Method::post, "/cases/{reference}/plan/agreement", plan, post_agreement, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/plan/copy", see, show_copy});
    routes.push_back({Method::post, "/cases/{reference}/plan/copy", plan, post_copy, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/plan/steps/new", plan, show_new_step});
    routes.push_back({Method::post, "/cases/{reference}/plan/steps/new", plan, post_new_step, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/plan/steps/{step}", work, show_step});
    routes.push_back({Method::post, "/cases/{reference}/plan/steps/{step}", work, post_step, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/plan/steps/{step}/remove", plan, show_remove_step});
    routes.push_back(
        {Method::post, "/cases/{reference}/plan/steps/{step}/remove", plan, post_remove_step, Body::form});
}

}  // namespace doorstep::pages::plans
