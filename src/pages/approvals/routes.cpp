#include "pages/approvals/routes.h"

#include "pages/approvals/approval.h"
#include "pages/approvals/waiting.h"

namespace doorstep::pages::approvals {

void add_routes(Routes& routes) {
    using http::Access;
    using http::Method;
    auto const approve = Access::to(domain::access::Action::approve);
    routes.push_back({Method::get, "/approvals", approve, show_waiting});
    routes.push_back({Method::get, "/approvals/{approval}", approve, show_approval});
    routes.push_back({Method::post, "/approvals/{approval}", approve, post_approval, http::Body::form});
}

}  // namespace doorstep::pages::approvals
