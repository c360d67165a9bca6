#pragma once

#include "pages/visit.h"

namespace doorstep::pages::accounts {

/// S01: GET and POST /staff/sign-in; `next` in the query is where to go afterwards, always on this site.
http::Response show_sign_in(Visit& visit);
http::Response post_sign_in(Visit& visit);
/// POST /staff/sign-out
http::Response post_sign_out(Visit& visit);
/// GET /signed-out
http::Response show_signed_out(Visit& visit);

/// The cookie of a staff session: the browser drops it when it closes.
http::Cookie session_cookie(std::string token);

}  // namespace doorstep::pages::accounts
