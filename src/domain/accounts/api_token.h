#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/access/scope.h"
#include "domain/ids.h"

namespace doorstep::domain::accounts {

/// What a program shows to act for one account. The token itself is told once and kept nowhere.
struct ApiToken {
    ApiTokenId id;
    AccountId account;
    std::string name;       ///< "Nightly report": which program it is for
    std::string beginning;  ///< "doorstep_pat_3kQx": enough to know it by
    access::Scopes scopes;
    Instant created_at;
    Instant expires_at;                   ///< exclusive
    std::optional<Instant> last_used_at;  ///< to the minute
    std::optional<Instant> revoked_at;

    bool works(Instant now) const { return !revoked_at && now < expires_at; }
};

/// Every token begins with this, so that one that leaked into a file or a log can be recognised.
inline constexpr std::string_view token_prefix = "doorstep_pat_";

/// "doorstep_pat_", 43 random characters, "_", and 8 of their hash: a token that was mistyped or made up is
/// known without asking the database, and scanners for secrets can tell a real one.
std::string token_from(std::string_view random_characters);
bool looks_like_token(std::string_view text);
std::string beginning_of_token(std::string_view token);

/// Refused: no name or a long one, no scope.
Expected<Done> check_token(std::string_view name, access::Scopes scopes);

}  // namespace doorstep::domain::accounts
