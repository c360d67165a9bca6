#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "domain/accounts/api_token.h"
#include "usecases/context.h"

/// Tokens by which a program acts for its owner: never more than the owner may do at that moment, and never
/// more than the token's scopes. The database keeps only a hash. A token ends on its day, when it is revoked,
/// when its account is disabled, and when the account's password is reset.
namespace doorstep::usecases::accounts {

using domain::accounts::ApiToken;

struct MakeToken {
    std::string name;
    std::vector<std::string> scopes;  ///< names of domain::access::Scope
    std::optional<int> days;          ///< how long it works; the longest allowed when not given
    std::string password;             ///< the owner's own, as proof that it is still them; not asked of the
                                      ///< command line
};
struct TokenMade {
    ApiTokenId id;
    std::string token;  ///< told this once
    Date last_day;
};
/// Makes one for the viewer. Refused: what domain::accounts::check_token refuses; more days than the standard
/// sla.token_days allows; a wrong password (counted as a wrong try); more than 20 tokens that work.
Expected<TokenMade> make_token(Context& context, MakeToken const& input);
/// For another account: the command line only.
Expected<TokenMade> make_token_for(Context& context, domain::accounts::Account const& account,
                                   MakeToken const& input);

/// The viewer's own, newest first.
Expected<std::vector<ApiToken>> list_tokens(Context& context);
/// One of the viewer's own. Refused when it is not, or was revoked before.
Expected<Done> revoke_token(Context& context, ApiTokenId id);
/// Of another account: the command line only.
Expected<std::vector<ApiToken>> list_tokens_of(Context& context, domain::accounts::Account const& account);
Expected<Done> revoke_token_of(Context& context, domain::accounts::Account const& account, ApiTokenId id);

/// Longest life in days, by the landlord's standard.
int longest_token_days(Context& context);

/// Who calls with this token; nothing for one that is none, has ended, or whose account is disabled.
struct Caller {
    ApiTokenId token;
    domain::access::Viewer viewer;  ///< with the token's scopes, by the door "api"
    std::optional<Instant> last_used_at;
};
std::optional<Caller> caller_of(Context& context, std::string_view token);
/// Notes that the token is in use, at most once a minute.
void touch_token(Context& context, Caller const& caller);

}  // namespace doorstep::usecases::accounts
