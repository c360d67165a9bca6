#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/accounts/account.h"
#include "storage/sql/database.h"

/// Who is signed in. The database keeps only a hash of the cookie. A session that ended stays for a while, so
/// that a form sent with it can still be told from a forged one.
namespace doorstep::storage::sessions {

struct Session {
    SessionId id;
    AccountId account;
    Instant created_at;
    Instant last_seen_at;
    Instant ends_at;
    bool second_factor_done = false;
    std::string device;        ///< "Firefox on Windows"; empty when the browser does not say
    std::string from_address;  ///< network address at signing in
};
void insert(sql::Write& tx, Session const& session, std::string_view token_hash);

/// The session with its account, in one statement; also when it has ended.
struct SessionWithAccount {
    Session session;
    domain::accounts::Account account;
};
std::optional<SessionWithAccount> find(sql::Read& tx, std::string_view token_hash);
/// Neither ended nor idle since `idle_before`; the one used last comes first.
std::vector<Session> open_of(sql::Read& tx, AccountId account, Instant now, Instant idle_before);
void touch(sql::Write& tx, SessionId id, Instant at);
void end(sql::Write& tx, SessionId id, Instant at);
/// False when it is not this account's or has ended.
bool end_of(sql::Write& tx, AccountId account, SessionId id, Instant at);
/// Returns how many had not ended.
int end_all_of(sql::Write& tx, AccountId id, Instant at);
/// Those that ended or were used last before these moments.
int remove_old(sql::Write& tx, Instant ended_before, Instant idle_before);

}  // namespace doorstep::storage::sessions
