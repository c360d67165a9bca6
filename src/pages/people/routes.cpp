#include "pages/people/routes.h"

#include "pages/people/person_forms.h"
#include "pages/people/show_people.h"

namespace doorstep::pages::people {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const page = [&](char const* pattern, Handler handler) {
        routes.push_back(
            {Method::get, pattern, Access::to(Action::see_protected_details), std::move(handler)});
    };
    auto const form = [&](char const* pattern, Handler show, Handler post) {
        routes.push_back({Method::get, pattern, Access::to(Action::work_case), std::move(show)});
        routes.push_back(
            {Method::post, pattern, Access::to(Action::work_case), std::move(post), http::Body::form});
    };
    page("/cases/{reference}/people", show_people);
    form("/cases/{reference}/people/new", show_add, post_add);
    page("/cases/{reference}/people/{person}", show_person);
    routes.push_back({Method::post, "/cases/{reference}/people/{person}/address",
                      Access::to(Action::see_protected_details), post_show_address, http::Body::form});
    form("/cases/{reference}/people/{person}/edit", show_edit, post_edit);
    form("/cases/{reference}/people/{person}/safe-contact", show_safe_contact, post_safe_contact);
    form("/cases/{reference}/people/{person}/officers", show_officers, post_officers);
    form("/cases/{reference}/people/{person}/rights", show_rights, post_rights);
    form("/cases/{reference}/people/{person}/rights-letter", show_rights_letter, post_rights_letter);
    form("/cases/{reference}/people/{person}/leaving", show_leaving, post_leaving);
    form("/cases/{reference}/people/{person}/markers/new", show_add_marker, post_add_marker);
    form("/cases/{reference}/people/{person}/markers/{marker}/end", show_end_marker, post_end_marker);
    form("/cases/{reference}/people/{person}/exclusions/new", show_add_exclusion, post_add_exclusion);
    form("/cases/{reference}/people/{person}/exclusions/{exclusion}/end", show_end_exclusion,
         post_end_exclusion);
}

}  // namespace doorstep::pages::people
