#include "pages/accounts/routes.h"

#include "pages/accounts/api_tokens.h"
#include "pages/accounts/interrupted_form.h"
#include "pages/accounts/own_account.h"
#include "pages/accounts/second_step.h"
#include "pages/accounts/sessions.h"
#include "pages/accounts/sign_in.h"

namespace doorstep::pages::accounts {

void add_routes(Routes& routes) {
    using http::Access;
    using http::Body;
    using http::Method;
    auto const get = [&](char const* pattern, Access access, Handler handler) {
        routes.push_back({Method::get, pattern, access, std::move(handler)});
    };
    auto const post = [&](char const* pattern, Access access, Handler handler) {
        routes.push_back({Method::post, pattern, access, std::move(handler), Body::form});
    };
    get("/staff/sign-in", Access::everyone(), show_sign_in);
    post("/staff/sign-in", Access::everyone(), post_sign_in);
    get("/signed-out", Access::everyone(), show_signed_out);

    get("/staff/sign-in/code", Access::signing_in(), show_code);
    post("/staff/sign-in/code", Access::signing_in(), post_code);
    get("/staff/second-step/new", Access::signing_in(), show_second_step);
    post("/staff/second-step/new", Access::signing_in(), post_second_step);
    get("/your-account/password", Access::signing_in(), show_change_password);
    post("/your-account/password", Access::signing_in(), post_change_password);
    post("/session", Access::signing_in(), post_session);
    post("/sign-out", Access::signing_in(), post_sign_out);

    get("/your-account", Access::signed_in(), show_own_account);
    get("/your-account/recovery-codes/new", Access::signed_in(), show_new_recovery_codes);
    post("/your-account/recovery-codes/new", Access::signed_in(), post_new_recovery_codes);
    post("/your-account/sign-out-everywhere", Access::signed_in(), post_sign_out_everywhere);
    get("/your-account/sessions", Access::signed_in(), show_sessions);
    post("/your-account/sessions/{session}/end", Access::signed_in(), post_end_session);
    get("/your-account/tokens", Access::signed_in(), show_tokens);
    get("/your-account/tokens/new", Access::signed_in(), show_new_token);
    post("/your-account/tokens/new", Access::signed_in(), post_new_token);
    post("/your-account/tokens/{token}/revocation", Access::signed_in(), post_revoke_token);
    get("/staff/interrupted-forms/{id}", Access::signed_in(), show_interrupted_form);
    post("/staff/interrupted-forms/{id}/remove", Access::signed_in(), post_remove_interrupted_form);
}

}  // namespace doorstep::pages::accounts
