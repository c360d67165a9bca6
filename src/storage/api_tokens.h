#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/accounts/account.h"
#include "domain/accounts/api_token.h"
#include "storage/sql/database.h"

/// Tokens of programs, by the hash of each.
namespace doorstep::storage::api_tokens {

using domain::accounts::ApiToken;

void insert(sql::Write& tx, ApiToken const& token, std::string_view token_hash);

/// The token with its account, in one statement; also when it no longer works.
struct TokenWithAccount {
    ApiToken token;
    domain::accounts::Account account;
};
std::optional<TokenWithAccount> find(sql::Read& tx, std::string_view token_hash);

/// Newest first, at most 100; those that no longer work too.
std::vector<ApiToken> of_account(sql::Read& tx, AccountId account);
int count_working(sql::Read& tx, AccountId account, Instant now);
void touch(sql::Write& tx, ApiTokenId id, Instant at);
/// False when it is not this account's, or was revoked before.
bool revoke(sql::Write& tx, ApiTokenId id, AccountId account, Instant at);
/// Returns how many had not been revoked.
int revoke_all_of(sql::Write& tx, AccountId account, Instant at);

}  // namespace doorstep::storage::api_tokens
