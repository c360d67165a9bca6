#include "usecases/accounts/api_tokens.h"

#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "storage/api_tokens.h"
#include "usecases/accounts/attempts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

using domain::access::Scope;
using domain::access::Scopes;
using domain::accounts::Account;

namespace {

constexpr int most_working_tokens = 20;
constexpr std::int64_t touch_seconds = 60;

tl::unexpected<Refusal> not_by_command_line() {
    return refuse(RefusalKind::forbidden, "not-allowed", "Only the command line may do this for others");
}

/// Refuses a name that is no scope rather than leaving it out: whoever mistypes would wonder later.
Expected<Scopes> scopes_of(std::vector<std::string> const& names) {
    Scopes scopes;
    for (auto const& name : names) {
        auto const scope = enum_from_name<Scope>(name);
        if (!scope) return refuse_field("token-scopes", "scopes", "There is no scope " + name);
        scopes.add(*scope);
    }
    return scopes;
}

Expected<TokenMade> keep_token(Context& context, AccountId owner, MakeToken const& input) {
    auto const scopes = scopes_of(input.scopes);
    if (!scopes) return refuse(scopes.error());
    if (auto const good = domain::accounts::check_token(input.name, *scopes); !good)
        return refuse(good.error());
    int const longest = longest_token_days(context);
    int const days = input.days.value_or(longest);
    if (days < 1 || days > longest)
        return refuse_field("token-days", "days", "Days must be between 1 and " + std::to_string(longest));
    auto const token = domain::accounts::token_from(gateways::random_token());
    return context.change([&](Change& change) -> Expected<TokenMade> {
        if (storage::api_tokens::count_working(change.tx, owner, change.now) >= most_working_tokens)
            return refuse(RefusalKind::conflict, "too-many-tokens",
                          "There are 20 tokens already. Revoke one that is not needed");
        auto const last_day = change.today.plus_days(days - 1);
        ApiToken const kept{.id = change.new_id<ApiTokenId>(),
                            .account = owner,
                            .name = input.name,
                            .beginning = domain::accounts::beginning_of_token(token),
                            .scopes = *scopes,
                            .created_at = change.now,
                            .expires_at = london_midnight(last_day.plus_days(1))};
        storage::api_tokens::insert(change.tx, kept, gateways::token_hash(token));
        change.record(owner, domain::events::token_made,
                      domain::events::Detail()
                          .set("token", kept.id)
                          .set("scopes", kept.scopes.names())
                          .set("last_day", last_day)
                          .personal("name", kept.name));
        return TokenMade{kept.id, token, last_day};
    });
}

Expected<Done> end_token(Context& context, AccountId owner, ApiTokenId id) {
    return context.change([&](Change& change) -> Expected<Done> {
        if (!storage::api_tokens::revoke(change.tx, id, owner, change.now))
            return refuse(RefusalKind::not_found, "token-unknown", "There is no such token that works");
        change.record(owner, domain::events::token_revoked, domain::events::Detail().set("token", id));
        return Done{};
    });
}

}  // namespace

int longest_token_days(Context& context) {
    return context.settings().standards().number(legal::standard_ids::token_life, context.today);
}

Expected<TokenMade> make_token(Context& context, MakeToken const& input) {
    if (!context.viewer.account || context.viewer.scopes)
        return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    auto const account = storage::accounts::find(context.read(), *context.viewer.account);
    if (!account) return refuse(RefusalKind::not_found, "account-unknown", "There is no such account");
    if (auto const same = confirm_own_password(context, *account, input.password, "password"); !same)
        return refuse(same.error());
    return keep_token(context, account->id, input);
}

Expected<TokenMade> make_token_for(Context& context, Account const& account, MakeToken const& input) {
    if (!context.viewer.is_system) return not_by_command_line();
    return keep_token(context, account.id, input);
}

Expected<std::vector<ApiToken>> list_tokens(Context& context) {
    if (!context.viewer.account) return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    return storage::api_tokens::of_account(context.read(), *context.viewer.account);
}

Expected<Done> revoke_token(Context& context, ApiTokenId id) {
    if (!context.viewer.account) return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    return end_token(context, *context.viewer.account, id);
}

Expected<std::vector<ApiToken>> list_tokens_of(Context& context, Account const& account) {
    if (!context.viewer.is_system) return not_by_command_line();
    return storage::api_tokens::of_account(context.read(), account.id);
}

Expected<Done> revoke_token_of(Context& context, Account const& account, ApiTokenId id) {
    if (!context.viewer.is_system) return not_by_command_line();
    return end_token(context, account.id, id);
}

std::optional<Caller> caller_of(Context& context, std::string_view token) {
    if (!domain::accounts::looks_like_token(token)) return std::nullopt;
    auto const found = storage::api_tokens::find(context.read(), gateways::token_hash(token));
    if (!found || !found->token.works(context.now)) return std::nullopt;
    auto const& account = found->account;
    if (account.state != domain::accounts::State::active) return std::nullopt;
    Caller caller{.token = found->token.id,
                  .viewer = account.viewer(domain::access::Door::api),
                  .last_used_at = found->token.last_used_at};
    caller.viewer.scopes = found->token.scopes;
    return caller;
}

void touch_token(Context& context, Caller const& caller) {
    if (caller.last_used_at && context.now < caller.last_used_at->plus_seconds(touch_seconds)) return;
    // Not a change to anybody's record: no event.
    context.services.database.write(
        [&](storage::sql::Write& tx) { storage::api_tokens::touch(tx, caller.token, context.now); });
}

}  // namespace doorstep::usecases::accounts
