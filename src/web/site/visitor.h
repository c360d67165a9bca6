#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"
#include "pages/visit.h"
#include "usecases/accounts/session.h"
#include "usecases/context.h"

namespace doorstep::web {

/// Whose browser this is: the session of somebody signed in, or the random cookie that ties a visitor's forms
/// to their browser. Both give the token against forged requests: HMAC of the cookie with the site's key.
struct Visitor {
    std::optional<usecases::accounts::CurrentSession> session;
    pages::SessionFacts facts;
    /// Set on the response when the browser had none.
    std::optional<http::Cookie> new_cookie;
    /// The random cookie of this browser: its own, or the new one.
    std::string browser;
    bool had_dead_session = false;
};

Visitor recognise(usecases::Context& context, http::Request const& request);

/// Where a form comes from, by its token.
enum class Origin {
    this_session,     ///< this browser's, as it stands
    earlier_session,  ///< this browser's, filled in under a session that has ended or was replaced
    forged,           ///< another site's, or nobody's
};
struct FormOrigin {
    Origin origin = Origin::forged;
    /// Of the earlier session: who wrote the form, when that is still known.
    std::optional<AccountId> writer;
};
FormOrigin origin_of_form(usecases::Context& context, http::Request const& request, Visitor const& visitor);

/// When a response ends or replaces this browser's session, the old token moves to the cookie "earlier", so
/// that a form left open in another tab is known again.
void keep_earlier_session(http::Request const& request, Visitor const& visitor, http::Response& response);

}  // namespace doorstep::web
