#include "pages/contacts/routes.h"

#include "pages/contacts/contact_log.h"
#include "pages/contacts/record_contact.h"

namespace doorstep::pages::contacts {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/cases/{reference}/contacts", Access::to(Action::see_protected_details),
                      show_contact_log});
    routes.push_back(
        {Method::get, "/cases/{reference}/contacts/new", Access::to(Action::work_case), show_record_contact});
    routes.push_back({Method::post, "/cases/{reference}/contacts/new", Access::to(Action::work_case),
                      post_record_contact, http::Body::form});
}

}  // namespace doorstep::pages::contacts
