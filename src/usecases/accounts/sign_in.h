#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "usecases/context.h"

/// Signing in, and the session that follows. A session is a random token in a cookie; the database keeps its
/// hash.
namespace doorstep::usecases::accounts {

struct SignIn {
    std::string email;
    std::string password;
};

/// What the browser is to be told. `token` goes into the session cookie and nowhere else.
struct SignedIn {
    std::string token;
    bool second_factor_needed =
        false;  ///< the session is half open: only the code page, set-up and sign-out work
    bool second_factor_to_set_up = false;
    bool must_change_password = false;
};

/// Refused with the same words and in the same time whether the name or the password is wrong. After the
/// standard's number of failures the account is locked for its number of minutes; while locked the right
/// password is refused too. `old_token`, of the session the browser had, ends: a session never outlives a
/// sign-in.
Expected<SignedIn> sign_in(Context& context, SignIn const& input,
                           std::optional<std::string> const& old_token);

/// The second step: a code from the app, or one of the recovery codes. The session gets a new token.
Expected<SignedIn> confirm_second_factor(Context& context, std::string_view token, std::string_view code);

/// Who this session is, as it stands now; nothing when it has ended, is too long idle, or its account is
/// disabled.
struct CurrentSession {
    SessionId id;
    domain::accounts::Account account;
    Instant ends_at;
    Instant idle_ends_at;
    bool second_factor_done = false;
    bool second_factor_needed = false;
    bool second_factor_to_set_up = false;
};
std::optional<CurrentSession> current_session(Context& context, std::string_view token);
/// Notes that the session is in use, at most once a minute.
void touch_session(Context& context, CurrentSession const& session);

Expected<Done> sign_out(Context& context, std::string_view token);
/// Every session of the account, on every device.
Expected<Done> sign_out_everywhere(Context& context);

}  // namespace doorstep::usecases::accounts
