#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"
#include "pages/visit.h"
#include "usecases/accounts/sign_in.h"
#include "usecases/context.h"

namespace doorstep::web {

/// Whose browser this is: the session of somebody signed in, or the random cookie that ties a visitor's forms
/// to their browser. Both give the token against forged requests: HMAC of the cookie with the site's key.
struct Visitor {
    std::optional<usecases::accounts::CurrentSession> session;
    pages::SessionFacts facts;
    /// Set on the response when the browser had none.
    std::optional<http::Cookie> new_cookie;
    bool had_dead_session = false;
};

Visitor recognise(usecases::Context& context, http::Request const& request);
/// The form's token is this browser's, and the request did not come from another site.
bool is_not_forged(http::Request const& request, Visitor const& visitor);

}  // namespace doorstep::web
