#include "pages/triage/routes.h"

#include "pages/triage/decision.h"
#include "pages/triage/matches.h"
#include "pages/triage/queue.h"
#include "pages/triage/report.h"

namespace doorstep::pages::triage {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const sees = Access::to(Action::see_triage);
    auto const decides = Access::to(Action::decide_triage);
    routes.push_back({Method::get, "/triage", sees, show_queue});
    routes.push_back({Method::post, "/triage/next", decides, post_next, Body::form});
    routes.push_back({Method::get, "/triage/{id}", sees, show_report});
    routes.push_back({Method::post, "/triage/{id}/holder", decides, post_holder, Body::form});
    routes.push_back({Method::post, "/triage/{id}/return", decides, post_return, Body::form});
    routes.push_back({Method::post, "/triage/{id}/told/{message}", decides, post_told, Body::form});
    routes.push_back({Method::get, "/triage/{id}/restriction", decides, show_restriction});
    routes.push_back({Method::post, "/triage/{id}/restriction", decides, post_restriction, Body::form});
    routes.push_back({Method::get, "/triage/{id}/matches", sees, show_matches});
    routes.push_back({Method::get, "/triage/{id}/decision", decides, show_decision});
    routes.push_back({Method::post, "/triage/{id}/decision", decides, post_decision, Body::form});
}

}  // namespace doorstep::pages::triage
