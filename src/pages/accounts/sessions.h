#pragma once

#include "pages/visit.h"
#include "usecases/accounts/session.h"

/// Where somebody is signed in, and ending it there (OWASP ASVS 5.0.0, 7.5.2).
namespace doorstep::pages::accounts {

/// A card for each, with a button to end it that posts to `address`/{session}/end; none for the one in use.
Html session_cards(Visit& visit, std::vector<usecases::accounts::OpenSession> const& sessions,
                   std::string const& address);

/// GET /your-account/sessions
http::Response show_sessions(Visit& visit);
/// POST /your-account/sessions/{session}/end
http::Response post_end_session(Visit& visit);

}  // namespace doorstep::pages::accounts
