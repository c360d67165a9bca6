#include "usecases/accounts/own_account.h"

#include "base/text.h"
#include "domain/accounts/password_rules.h"
#include "gateways/password_strength.h"
#include "gateways/secrets.h"
#include "legal/standards.h"
#include "storage/accounts.h"
#include "storage/sessions.h"
#include "storage/teams.h"
#include "usecases/accounts/attempts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

namespace {

/// What somebody who knows the person and the landlord would try first.
std::vector<std::string> words_of_this_place(domain::accounts::Account const& account,
                                             std::string_view landlord) {
    std::vector<std::string> words{"doorstep", "housing", "antisocial"};
    for (auto const text : {std::string_view(account.name), std::string_view(account.email), landlord}) {
        auto const folded = text::fold(text);
        for (auto const word : text::split(folded, ' ')) words.emplace_back(word);
    }
    return words;
}

}  // namespace

int shortest_password(Context& context) {
    return context.settings().standards().number(legal::standard_ids::password_length, context.today,
                                                 legal::standard_scopes::staff);
}

Expected<OwnAccount> view_own_account(Context& context, std::string_view token) {
    if (!context.viewer.account) return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    auto account = storage::accounts::find(context.read(), *context.viewer.account);
    if (!account) return refuse(RefusalKind::not_found, "account-unknown", "There is no such account");
    OwnAccount own;
    if (account->team)
        if (auto team = storage::teams::find(context.read(), *account->team))
            own.team = std::move(team->name);
    own.sessions = open_sessions(context, token);
    own.recovery_codes_left = storage::accounts::recovery_codes_left(context.read(), account->id);
    own.account = std::move(*account);
    return own;
}

Expected<PasswordChanged> change_password(Context& context, std::string_view token,
                                          ChangePassword const& input) {
    auto const& settings = context.settings();
    auto const session = current_session(context, token);
    if (!session || !session->second_factor_done)
        return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    auto const& account = session->account;
    if (auto const same = confirm_own_password(context, account, input.current, "current-password"); !same)
        return refuse(same.error());
    if (input.password == input.current)
        return refuse_field("password-same", "new-password",
                            "Choose a password other than the one you use now");
    auto const good = domain::accounts::check_password(
        input.password, {.email = account.email,
                         .name = account.name,
                         .at_least = static_cast<std::size_t>(shortest_password(context)),
                         .landlord = settings.site().landlord_name});
    if (!good) return refuse(good.error());
    if (gateways::guesses_of_password(input.password,
                                      words_of_this_place(account, settings.site().landlord_name)) <
        settings.standards().number(legal::standard_ids::password_guesses, context.today))
        return refuse_field("password-guessable", "new-password",
                            "Password is one of those that are tried first, or is made like them. Choose "
                            "another, such as three random words");

    auto const hash = gateways::hash_password(input.password);
    return context.change([&](Change& change) -> Expected<PasswordChanged> {
        auto const fresh = storage::accounts::find(change.tx, account.id);
        if (!fresh || fresh->password_hash != account.password_hash)
            return refuse(RefusalKind::conflict, "password-changed", "Your password was changed meanwhile");
        storage::accounts::set_password(change.tx, account.id, hash, false);
        storage::sessions::end_all_of(change.tx, account.id, change.now);
        change.record(account.id, domain::events::password_changed,
                      domain::events::Detail().set("by", "self"));
        return PasswordChanged{open_session(change, settings, account.id, true, std::string(token))};
    });
}

}  // namespace doorstep::usecases::accounts
