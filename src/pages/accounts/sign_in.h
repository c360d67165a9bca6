#pragma once

#include <string>
#include <string_view>

#include "pages/visit.h"

namespace doorstep::pages::accounts {

/// S01: GET and POST /staff/sign-in; `next` in the query is where to go afterwards, always on this site.
http::Response show_sign_in(Visit& visit);
http::Response post_sign_in(Visit& visit);
/// GET and POST /staff/sign-in/code: the second step, with a code of the app or a recovery code.
http::Response show_code(Visit& visit);
http::Response post_code(Visit& visit);
/// POST /sign-out
http::Response post_sign_out(Visit& visit);
/// POST /session: "stay signed in", from the warning before the time-out. 204.
http::Response post_session(Visit& visit);
/// GET /signed-out
http::Response show_signed_out(Visit& visit);

/// Where somebody wanted to go before they were asked to sign in: from the query or the form; empty when
/// nowhere.
std::string next_of(Visit const& visit);
/// For links and redirects between the steps: "?next=...", or nothing.
std::string next_query(std::string_view next);
/// Hidden fields of the steps' forms.
http::Pairs hidden_next(Visit const& visit);

/// The cookie of a staff session: the browser drops it when it closes.
http::Cookie session_cookie(std::string token);

}  // namespace doorstep::pages::accounts
