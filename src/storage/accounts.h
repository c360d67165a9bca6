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
struct AccountFilter {
    std::string words;  ///< part of the name or e-mail address, however typed; empty for all
    std::optional<domain::accounts::State> state;
    std::optional<TeamId> team;
    std::optional<domain::access::Role> role;
};
/// A page of those that match, sorted by name.
std::vector<Account> page(sql::Read& tx, AccountFilter const& filter, int limit, int offset);
int count(sql::Read& tx, AccountFilter const& filter);
/// Who can be chosen: id and name of active accounts with one of these roles, by name.
struct Named {
    AccountId id;
    std::string name;
};
std::vector<Named> names_with_roles(sql::Read& tx, std::vector<domain::access::Role> const& roles);
std::vector<Account> list_with_role(sql::Read& tx, domain::access::Role role);
std::vector<Account> find_all(sql::Read& tx, std::vector<AccountId> const& ids);
int count_active_with_role(sql::Read& tx, domain::access::Role role);

// What signing in changes, apart from the version.
void set_password(sql::Write& tx, AccountId id, std::string_view hash, bool must_change,
                  std::optional<Instant> until = {});
void set_second_factor(sql::Write& tx, AccountId id, std::optional<std::string> const& sealed_secret);
void set_second_factor_step(sql::Write& tx, AccountId id, std::int64_t step);
void count_failed_sign_in(sql::Write& tx, AccountId id, std::int64_t failures,
                          std::optional<Instant> locked_until);
void note_signed_in(sql::Write& tx, AccountId id, Instant at);

void replace_recovery_codes(sql::Write& tx, AccountId id, std::vector<std::string> const& hashes);
/// True when the code was there and unused; it is used now.
bool use_recovery_code(sql::Write& tx, AccountId id, std::string_view hash, Instant now);
int recovery_codes_left(sql::Read& tx, AccountId id);

}  // namespace doorstep::storage::accounts
