#include "pages/notes/routes.h"

#include "pages/notes/add_note.h"

namespace doorstep::pages::notes {

void add_routes(Routes& routes) {
    using http::Method;
    auto const works = http::Access::to(domain::access::Action::work_case);
    routes.push_back({Method::get, "/cases/{reference}/notes/new", works, show_add_note});
    routes.push_back({Method::post, "/cases/{reference}/notes/new", works, post_add_note, http::Body::form});
}

}  // namespace doorstep::pages::notes
