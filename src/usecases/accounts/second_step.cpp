#include "usecases/accounts/second_step.h"

#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "storage/sessions.h"
#include "usecases/accounts/attempts.h"
#include "usecases/accounts/session.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

namespace second_factor = gateways::second_factor;

namespace {

constexpr int recovery_codes_made = 10;

tl::unexpected<Refusal> sign_in_again() {
    return refuse(RefusalKind::signed_out, "signed-out", "Sign in again");
}

/// Signed in, or on the way there with the second step still to be set up.
std::optional<CurrentSession> session_that_may_set_up(Context& context, std::string_view token) {
    auto session = current_session(context, token);
    if (!session || session->second_factor_needed) return std::nullopt;
    return session;
}

std::string sealed_offer(Context& context, CurrentSession const& session, std::string_view secret) {
    return context.services.site_key.seal(std::string(session.id.text()) + " " + std::string(secret));
}

std::optional<std::string> secret_of_offer(Context& context, CurrentSession const& session,
                                           std::string_view sealed) {
    auto const opened = context.services.site_key.open(sealed);
    auto const owner = std::string(session.id.text()) + " ";
    if (!opened || !opened->starts_with(owner)) return std::nullopt;
    return opened->substr(owner.size());
}

std::string in_fours(std::string_view key) {
    std::string words;
    for (std::size_t at = 0; at < key.size(); at += 4) {
        if (at > 0) words += ' ';
        words += key.substr(at, 4);
    }
    return words;
}

std::vector<std::string> replace_recovery_codes(Change& change, gateways::SiteKey const& key,
                                                AccountId account) {
    std::vector<std::string> codes;
    std::vector<std::string> hashes;
    for (int n = 0; n < recovery_codes_made; ++n) {
        codes.push_back(gateways::random_code());
        hashes.push_back(recovery_code_hash(key, codes.back()));
    }
    storage::accounts::replace_recovery_codes(change.tx, account, hashes);
    return codes;
}

}  // namespace

std::vector<std::string> recovery_code_hashes(gateways::SiteKey const& key, std::string_view code) {
    return key.kept_macs("recovery-code", gateways::code_as_typed(code));
}

std::string recovery_code_hash(gateways::SiteKey const& key, std::string_view code) {
    return recovery_code_hashes(key, code).front();
}

Expected<SecondStepOffer> offer_second_step(Context& context, std::string_view token,
                                            std::string_view sealed) {
    auto const session = session_that_may_set_up(context, token);
    if (!session) return sign_in_again();
    auto const secret = secret_of_offer(context, *session, sealed).value_or(second_factor::new_secret());
    return SecondStepOffer{
        .sealed = sealed_offer(context, *session, secret),
        .key = in_fours(secret),
        .setup_link = second_factor::setup_link(secret, context.settings().site().landlord_name + " Doorstep",
                                                session->account.email),
        .asks_password = session->second_factor_done,
        .replaces_one = session->account.second_factor_secret.has_value()};
}

Expected<SecondStepSetUp> set_up_second_step(Context& context, std::string_view token,
                                             SetUpSecondStep const& input) {
    auto const& settings = context.settings();
    auto const session = session_that_may_set_up(context, token);
    if (!session) return sign_in_again();
    auto const secret = secret_of_offer(context, *session, input.sealed);
    auto const step = secret ? second_factor::matching_step(*secret, input.code, context.now) : std::nullopt;
    if (!step)
        return refuse_field("wrong-code", "code",
                            "Enter the code your app shows now. It changes every 30 seconds");
    if (session->second_factor_done)
        if (auto const same = confirm_own_password(context, session->account, input.password, "password");
            !same)
            return refuse(same.error());

    context.viewer = session->account.viewer(context.viewer.door);
    auto const sealed = context.services.site_key.seal(*secret);
    return context.change([&](Change& change) -> Expected<SecondStepSetUp> {
        auto const& account = session->account;
        storage::accounts::set_second_factor(change.tx, account.id, sealed);
        storage::accounts::set_second_factor_step(change.tx, account.id, *step);
        storage::sessions::end_all_of(change.tx, account.id, change.now);
        SecondStepSetUp done;
        done.recovery_codes = replace_recovery_codes(change, context.services.site_key, account.id);
        done.must_change_password = account.must_change_password;
        done.token = open_session(change, settings, account.id, true, std::string(token));
        if (!session->second_factor_done)
            storage::accounts::note_signed_in(change.tx, account.id, change.now);
        change.record(
            account.id, domain::events::second_factor_changed,
            domain::events::Detail().set("what", account.second_factor_secret ? "replaced" : "set-up"));
        return done;
    });
}

Expected<std::vector<std::string>> make_recovery_codes(Context& context, std::string_view token,
                                                       std::string_view password) {
    auto const session = current_session(context, token);
    if (!session || !session->second_factor_done) return sign_in_again();
    if (!session->account.second_factor_secret)
        return refuse(RefusalKind::conflict, "no-second-factor",
                      "Set up your second step first: its codes come with it");
    if (auto const same = confirm_own_password(context, session->account, password, "password"); !same)
        return refuse(same.error());
    return context.change([&](Change& change) -> Expected<std::vector<std::string>> {
        auto codes = replace_recovery_codes(change, context.services.site_key, session->account.id);
        change.record(session->account.id, domain::events::second_factor_changed,
                      domain::events::Detail().set("what", "recovery-codes"));
        return codes;
    });
}

}  // namespace doorstep::usecases::accounts
