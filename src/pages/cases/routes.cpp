#include "pages/cases/routes.h"

#include "pages/cases/edit_case.h"
#include "pages/cases/overview.h"
#include "pages/cases/print_file.h"

namespace doorstep::pages::cases {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/cases/{reference}", Access::to(Action::see_case), show_overview});
    routes.push_back(
        {Method::get, "/cases/{reference}/print", Access::to(Action::see_case), show_print_file});
    routes.push_back({Method::get, "/cases/{reference}/edit", Access::to(Action::work_case), show_edit_case});
    routes.push_back({Method::post, "/cases/{reference}/edit", Access::to(Action::work_case), post_edit_case,
                      http::Body::form});
}

}  // namespace doorstep::pages::cases
