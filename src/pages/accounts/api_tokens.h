#pragma once

#include "pages/visit.h"

/// Tokens by which programs act for whoever is signed in.
namespace doorstep::pages::accounts {

http::Response show_tokens(Visit& visit);
http::Response show_new_token(Visit& visit);
http::Response post_new_token(Visit& visit);
http::Response post_revoke_token(Visit& visit);

}  // namespace doorstep::pages::accounts
