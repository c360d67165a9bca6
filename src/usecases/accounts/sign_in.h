#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "usecases/accounts/session.h"
#include "usecases/context.h"

/// Signing in with a password and a second step; the session that follows is in session.h.
namespace doorstep::usecases::accounts {

struct SignIn {
    std::string email;
    std::string password;
    SessionOrigin from = {};  ///< for their own list of sessions
};

/// What the browser is to be told. `token` goes into the session cookie and nowhere else.
struct SignedIn {
    std::string token;
    bool second_factor_needed = false;  ///< the session is half open until the code is given
    bool second_factor_to_set_up = false;
    bool must_change_password = false;
};

/// Refused with the same words, the same status and as many hashes spent whether the name is unknown, the
/// password wrong, the account disabled or locked, or a starting password too old. After the standard's
/// number of failures the account is locked for its number of minutes; while locked the right password is
/// refused too. `old_token`, of the session the browser had, ends: a session never outlives a sign-in.
Expected<SignedIn> sign_in(Context& context, SignIn const& input,
                           std::optional<std::string> const& old_token);

/// The second step: a code from the app, good once, or one of the recovery codes. The session gets a new
/// token.
Expected<SignedIn> confirm_second_factor(Context& context, std::string_view token, std::string_view code);

}  // namespace doorstep::usecases::accounts
