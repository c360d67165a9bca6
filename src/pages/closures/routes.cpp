#include "pages/closures/routes.h"

#include "pages/closures/closure.h"
#include "pages/closures/pause.h"
#include "pages/closures/reopening.h"

namespace doorstep::pages::closures {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const close = Access::to(Action::close_case);
    auto const reopen = Access::to(Action::reopen_case);
    auto const pause = Access::to(Action::hand_over_case);
    routes.push_back({Method::get, "/cases/{reference}/closure", close, show_closure});
    routes.push_back({Method::post, "/cases/{reference}/closure", close, post_closure, Body::form});
    routes.push_back(
        {Method::post, "/cases/{reference}/closure/withdrawal", close, post_withdrawal, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/reopening", reopen, show_reopening});
    routes.push_back({Method::post, "/cases/{reference}/reopening", reopen, post_reopening, Body::form});
    routes.push_back({Method::get, "/cases/{reference}/pause", pause, show_pause});
    routes.push_back({Method::post, "/cases/{reference}/pause", pause, post_pause, Body::form});
    routes.push_back({Method::post, "/cases/{reference}/pause/end", pause, post_resume, Body::form});
}

}  // namespace doorstep::pages::closures
