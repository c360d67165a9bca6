#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/access/role.h"
#include "domain/accounts/account.h"
#include "storage/sql/database.h"

namespace doorstep::storage::accounts {

using domain::accounts::Account;

void insert(sql::Write& tx, Account const& account, Instant now);
/// Name, e-mail, job, telephone, team, state, roles. False when someone else changed it first.
bool update(sql::Write& tx, Account& account);
std::optional<Account> find(sql::Read& tx, AccountId id);
/// By folded e-mail.
std::optional<Account> find_by_sign_in_name(sql::Read& tx, std::string_view sign_in_name);
/// Sorted by name.
std::vector<Account> list(sql::Read& tx, bool include_disabled);
std::vector<Account> list_with_role(sql::Read& tx, domain::access::Role role);
std::vector<Account> find_all(sql::Read& tx, std::vector<AccountId> const& ids);
int count_active_with_role(sql::Read& tx, domain::access::Role role);

// What signing in changes, apart from the version.
void set_password(sql::Write& tx, AccountId id, std::string_view hash, bool must_change);
void set_second_factor(sql::Write& tx, AccountId id, std::optional<std::string> const& sealed_secret);
void set_second_factor_step(sql::Write& tx, AccountId id, std::int64_t step);
void count_failed_sign_in(sql::Write& tx, AccountId id, std::int64_t failures,
                          std::optional<Instant> locked_until);
void note_signed_in(sql::Write& tx, AccountId id, Instant at);

void replace_recovery_codes(sql::Write& tx, AccountId id, std::vector<std::string> const& hashes);
/// True when the code was there and unused; it is used now.
bool use_recovery_code(sql::Write& tx, AccountId id, std::string_view hash, Instant now);
int recovery_codes_left(sql::Read& tx, AccountId id);

struct Session {
    SessionId id;
    AccountId account;
    Instant created_at;
    Instant last_seen_at;
    Instant ends_at;
    bool second_factor_done = false;
};
void insert_session(sql::Write& tx, Session const& session, std::string_view token_hash);
/// The session with its account, in one statement.
struct SignedIn {
    Session session;
    Account account;
};
std::optional<SignedIn> find_session(sql::Read& tx, std::string_view token_hash);
void touch_session(sql::Write& tx, SessionId id, Instant at);
void remove_session(sql::Write& tx, SessionId id);
int remove_sessions_of(sql::Write& tx, AccountId id);
int remove_ended_sessions(sql::Write& tx, Instant now, Instant idle_before);

}  // namespace doorstep::storage::accounts
