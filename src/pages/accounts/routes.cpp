#include "pages/accounts/routes.h"

#include "pages/accounts/sign_in.h"

namespace doorstep::pages::accounts {

void add_routes(Routes& routes) {
    using http::Access;
    using http::Body;
    using http::Method;
    routes.push_back({Method::get, "/staff/sign-in", Access::everyone(), show_sign_in});
    routes.push_back({Method::post, "/staff/sign-in", Access::everyone(), post_sign_in, Body::form});
    routes.push_back({Method::post, "/staff/sign-out", Access::signed_in(), post_sign_out, Body::form});
    routes.push_back({Method::get, "/signed-out", Access::everyone(), show_signed_out});
}

}  // namespace doorstep::pages::accounts
