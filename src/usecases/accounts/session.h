#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "usecases/context.h"

/// The session that follows signing in: a random token in a cookie, of which the database keeps the hash. It
/// ends when it was idle too long, at its absolute end, when it is signed out, and when its account is
/// disabled or gets another password. A new token takes the place of the old one whenever more may be done
/// with it.
namespace doorstep::usecases::accounts {

/// Who this session is, as it stands now; nothing when it has ended, is too long idle, or its account is
/// disabled.
struct CurrentSession {
    SessionId id;
    domain::accounts::Account account;
    Instant ends_at;
    Instant idle_ends_at;
    /// False: half open. Only finishing to sign in, setting up the second step and signing out work.
    bool second_factor_done = false;
    bool second_factor_needed = false;
    bool second_factor_to_set_up = false;
};
std::optional<CurrentSession> current_session(Context& context, std::string_view token);
/// Whose session this was, for a day after it ended.
std::optional<AccountId> account_of_ended_session(Context& context, std::string_view token);
/// Notes that the session is in use, at most once a minute.
void touch_session(Context& context, CurrentSession const& session);

Expected<Done> sign_out(Context& context, std::string_view token);
/// Every session of the account, on every device.
Expected<Done> sign_out_everywhere(Context& context);

/// Where somebody is signed in.
struct OpenSession {
    SessionId id;
    Instant began_at;
    Instant last_seen_at;      ///< to the minute
    std::string device;        ///< "Firefox on Windows"; empty when it is not known
    std::string from_address;  ///< network address at signing in
    bool is_this_one = false;
};
/// One's own; the one used last comes first.
std::vector<OpenSession> open_sessions(Context& context, std::string_view token);
/// Ends one of one's own sessions.
Expected<Done> end_own_session(Context& context, SessionId id);
/// Of somebody else, for those who may manage_accounts.
Expected<std::vector<OpenSession>> open_sessions_of(Context& context, AccountId account);
Expected<Done> end_session_of(Context& context, AccountId account, SessionId id);

// For the use-cases beside this one.

/// On what and from where somebody signs in.
struct SessionOrigin {
    std::string device;
    std::string from_address;
};
/// A new session in place of the old one, which ends. Gives the token for the cookie. Without an origin it
/// has that of the old one.
std::string open_session(Change& change, Settings const& settings, AccountId account, bool second_factor_done,
                         std::optional<std::string> const& old_token, SessionOrigin origin = {});
bool needs_second_factor_code(domain::accounts::Account const& account);
bool needs_second_factor_set_up(domain::accounts::Account const& account);

}  // namespace doorstep::usecases::accounts
