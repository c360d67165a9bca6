#include "pages/cases/routes.h"

#include "pages/cases/overview.h"

namespace doorstep::pages::cases {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/cases/{reference}", Access::to(Action::see_case), show_overview});
}

}  // namespace doorstep::pages::cases
