#include "pages/find/routes.h"

#include "pages/find/cases.h"
#include "pages/find/saved_views.h"
#include "pages/find/search.h"

namespace doorstep::pages::find {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const finds = Access::to(Action::find_cases);
    routes.push_back({Method::get, "/cases", finds, show_cases});
    routes.push_back({Method::get, "/cases/views", finds, show_saved_views});
    routes.push_back({Method::post, "/cases/views", finds, post_saved_view, http::Body::form});
    routes.push_back({Method::post, "/cases/views/{view}/remove", finds, post_remove_view, http::Body::form});
    routes.push_back({Method::get, "/search", finds, show_search});
    routes.push_back({Method::post, "/search", finds, post_search, http::Body::form});
}

}  // namespace doorstep::pages::find
