#include "usecases/accounts/sign_in.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "usecases/accounts/attempts.h"
#include "usecases/accounts/second_step.h"
#include "usecases/accounts/session.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

using domain::accounts::Account;

namespace {

Refusal wrong_name_or_password(Context& context) {
    return Refusal(
        RefusalKind::invalid, "sign-in-refused",
        "Enter a correct e-mail address and password. " + lock_rule_words(context.settings(), context.today));
}

/// Every refusal writes once, so that an unknown name takes as long as a known one.
void note_refused(Context& context, std::optional<Account> const& account) {
    auto const& settings = context.settings();
    (void)context.change([&](Change& change) -> Expected<Done> {
        if (auto const fresh = account ? storage::accounts::find(change.tx, account->id) : std::nullopt)
            count_failed_attempt(change, settings, *fresh);
        else
            change.record_setting("sign-in", domain::events::sign_in_refused);
        return Done{};
    });
}

bool may_sign_in(Account const& account, Instant now) {
    return account.state == domain::accounts::State::active && account.password_hash.has_value() &&
           !(account.password_until && *account.password_until <= now) && !is_locked(account, now);
}

bool use_recovery_code(Change& change, AccountId account, std::vector<std::string> const& hashes) {
    return std::any_of(hashes.begin(), hashes.end(), [&](std::string const& hash) {
        return storage::accounts::use_recovery_code(change.tx, account, hash, change.now);
    });
}

}  // namespace

Expected<SignedIn> sign_in(Context& context, SignIn const& input,
                           std::optional<std::string> const& old_token) {
    auto const& settings = context.settings();
    never_once(context);
    auto const account = storage::accounts::find_by_sign_in_name(context.read(), text::fold(input.email));
    // Hashing takes 70 ms and must not hold the database's writer. Nobody is spared it.
    bool right = false;
    if (account && account->password_hash)
        right = gateways::password_matches(input.password, *account->password_hash);
    else
        gateways::spend_password_time();
    if (!right || !may_sign_in(*account, context.now)) {
        note_refused(context, account);
        return refuse(wrong_name_or_password(context));
    }

    context.viewer = account->viewer(context.viewer.door);
    auto signed_in = context.change([&](Change& change) -> Expected<SignedIn> {
        // Locked, disabled or given another password while this one was being checked.
        auto const fresh = storage::accounts::find(change.tx, account->id);
        if (!fresh || !may_sign_in(*fresh, change.now) || fresh->password_hash != account->password_hash)
            return refuse(wrong_name_or_password(context));
        SignedIn result;
        result.second_factor_needed = needs_second_factor_code(*fresh);
        result.second_factor_to_set_up = needs_second_factor_set_up(*fresh);
        result.must_change_password = fresh->must_change_password;
        bool const complete = !result.second_factor_needed && !result.second_factor_to_set_up;
        result.token = open_session(change, settings, fresh->id, complete, old_token, input.from);
        if (complete) storage::accounts::note_signed_in(change.tx, fresh->id, change.now);
        change.record(fresh->id, domain::events::signed_in,
                      domain::events::Detail().set("second_factor_next", !complete));
        return result;
    });
    if (!signed_in) context.viewer = domain::access::Viewer{.door = context.viewer.door};
    return signed_in;
}

Expected<SignedIn> confirm_second_factor(Context& context, std::string_view token, std::string_view code) {
    auto const& settings = context.settings();
    never_once(context);
    auto const session = current_session(context, token);
    if (!session || !session->second_factor_needed)
        return refuse(RefusalKind::signed_out, "signed-out", "Sign in again");
    if (is_locked(session->account, context.now)) return refuse(locked_refusal(session->account));
    auto const secret = context.services.site_key.open(*session->account.second_factor_secret);
    if (!secret)
        return refuse(RefusalKind::conflict, "second-factor-unreadable",
                      "Ask an administrator to reset your second step");

    // A failure is counted and told, so it is a result here and a refusal afterwards.
    std::optional<Refusal> refused;
    context.viewer = session->account.viewer(context.viewer.door);
    auto result = context.change([&](Change& change) -> Expected<SignedIn> {
        refused.reset();
        auto const account = storage::accounts::find(change.tx, session->account.id);
        if (is_locked(*account, change.now)) return refuse(locked_refusal(*account));
        auto const step = gateways::second_factor::matching_step(*secret, code, change.now);
        bool const fresh_step =
            step && (!account->second_factor_last_step || *step > *account->second_factor_last_step);
        bool const recovered =
            !fresh_step &&
            use_recovery_code(change, account->id, recovery_code_hashes(context.services.site_key, code));
        if (!fresh_step && !recovered) {
            count_failed_attempt(change, settings, *account);
            refused = Refusal(RefusalKind::invalid, "wrong-code", "Enter the code your app shows now")
                          .with_problem("code", "Enter the code your app shows now");
            return SignedIn{};
        }
        if (fresh_step) storage::accounts::set_second_factor_step(change.tx, account->id, *step);
        SignedIn done;
        done.token = open_session(change, settings, account->id, true, std::string(token));
        done.must_change_password = account->must_change_password;
        storage::accounts::note_signed_in(change.tx, account->id, change.now);
        change.record(account->id, domain::events::signed_in,
                      domain::events::Detail().set("recovery_code", recovered));
        return done;
    });
    if (!result || refused) context.viewer = domain::access::Viewer{.door = context.viewer.door};
    if (refused) return refuse(*refused);
    return result;
}

}  // namespace doorstep::usecases::accounts
