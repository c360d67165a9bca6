#pragma once

#include "pages/visit.h"

namespace doorstep::pages::accounts {

/// GET /your-account: who one is here, where one is signed in, the second step.
http::Response show_own_account(Visit& visit);
/// GET and POST /your-account/password; the only page there is while a password must be changed.
http::Response show_change_password(Visit& visit);
http::Response post_change_password(Visit& visit);
/// GET and POST /your-account/recovery-codes/new; the codes come in the answer to the POST, once.
http::Response show_new_recovery_codes(Visit& visit);
http::Response post_new_recovery_codes(Visit& visit);
/// POST /your-account/sign-out-everywhere
http::Response post_sign_out_everywhere(Visit& visit);

}  // namespace doorstep::pages::accounts
