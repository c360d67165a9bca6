#include "pages/handover/routes.h"

#include "pages/handover/hand_over.h"

namespace doorstep::pages::handover {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back(
        {Method::get, "/cases/{reference}/handover", Access::to(Action::hand_over_case), show_hand_over});
    routes.push_back({Method::post, "/cases/{reference}/handover", Access::to(Action::hand_over_case),
                      post_hand_over, http::Body::form});
}

}  // namespace doorstep::pages::handover
