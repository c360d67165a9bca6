#include "pages/work/routes.h"

#include "pages/work/changes.h"
#include "pages/work/my_work.h"

namespace doorstep::pages::work {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    routes.push_back({Method::get, "/work", Access::to(Action::see_my_work), show_my_work});
    routes.push_back({Method::get, "/work/changes", Access::to(Action::see_my_work), show_changes});
    routes.push_back(
        {Method::post, "/work/changes", Access::to(Action::see_my_work), post_changes_read, Body::form});
}

}  // namespace doorstep::pages::work
