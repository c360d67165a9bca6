#include "usecases/accounts/sign_in.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/secrets.h"
#include "legal/standards.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

namespace standard_ids = legal::standard_ids;
namespace standard_scopes = legal::standard_scopes;
using domain::accounts::Account;

namespace {

constexpr std::int64_t minute = 60;

tl::unexpected<Refusal> wrong_name_or_password() {
    return refuse(RefusalKind::invalid, "sign-in-refused", "Enter a correct e-mail address and password");
}

std::int64_t seconds(Settings const& settings, std::string_view id, Date today, std::string_view scope,
                     std::int64_t unit) {
    return settings.standards().number(id, today, scope) * unit;
}

bool needs_set_up(Account const& account) {
    return account.second_factor_required && !account.second_factor_secret;
}
bool needs_code(Account const& account) {
    return account.second_factor_required && account.second_factor_secret.has_value();
}

/// A new session in place of the old one.
std::string open_session(Change& change, Settings const& settings, AccountId account, bool second_factor_done,
                         std::optional<std::string> const& old_token) {
    if (old_token)
        if (auto old = storage::accounts::find_session(change.tx, gateways::token_hash(*old_token)))
            storage::accounts::remove_session(change.tx, old->session.id);
    auto token = gateways::random_token();
    auto const lifetime =
        seconds(settings, standard_ids::session_absolute, change.today, standard_scopes::staff, 60 * minute);
    storage::accounts::insert_session(change.tx,
                                      {.id = change.new_id<SessionId>(),
                                       .account = account,
                                       .created_at = change.now,
                                       .last_seen_at = change.now,
                                       .ends_at = change.now.plus_seconds(lifetime),
                                       .second_factor_done = second_factor_done},
                                      gateways::token_hash(token));
    return token;
}

void count_failure(Change& change, Settings const& settings, Account const& account) {
    auto const limit =
        settings.standards().number(standard_ids::lockout_attempts, change.today, standard_scopes::staff);
    auto const failures = account.failed_sign_ins + 1;
    std::optional<Instant> locked_until;
    if (failures >= limit)
        locked_until = change.now.plus_seconds(
            seconds(settings, standard_ids::lockout_time, change.today, standard_scopes::staff, minute));
    storage::accounts::count_failed_sign_in(change.tx, account.id, locked_until ? 0 : failures, locked_until);
    change.record(account.id, domain::events::sign_in_refused,
                  domain::events::Detail().set("failures", failures).set("locked", locked_until.has_value()));
}

}  // namespace

Expected<SignedIn> sign_in(Context& context, SignIn const& input,
                           std::optional<std::string> const& old_token) {
    auto const& settings = context.settings();
    auto const account = storage::accounts::find_by_sign_in_name(context.read(), text::fold(input.email));
    bool const may_try =
        account && account->state == domain::accounts::State::active && account->password_hash;
    // Hashing takes 70 ms and must not hold the database's writer.
    bool const right = may_try && gateways::password_matches(input.password, *account->password_hash);
    if (!may_try) {
        gateways::spend_password_time();
        return wrong_name_or_password();
    }
    if (account->locked_until && *account->locked_until > context.now)
        return refuse(
            RefusalKind::too_many, "account-locked",
            "There were too many tries. You can try again at " + london_time(*account->locked_until).words());
    if (!right) {
        auto counted = context.change([&](Change& change) -> Expected<Done> {
            auto const fresh = storage::accounts::find(change.tx, account->id);
            count_failure(change, settings, *fresh);
            return Done{};
        });
        (void)counted;
        return wrong_name_or_password();
    }
    context.viewer = account->viewer(context.viewer.door);
    return context.change([&](Change& change) -> Expected<SignedIn> {
        bool const complete = !account->second_factor_required;
        SignedIn result;
        result.token = open_session(change, settings, account->id, complete, old_token);
        result.second_factor_needed = needs_code(*account);
        result.second_factor_to_set_up = needs_set_up(*account);
        result.must_change_password = account->must_change_password;
        if (complete) storage::accounts::note_signed_in(change.tx, account->id, change.now);
        change.record(account->id, domain::events::signed_in,
                      domain::events::Detail().set("second_factor_next", !complete));
        return result;
    });
}

Expected<SignedIn> confirm_second_factor(Context& context, std::string_view token, std::string_view code) {
    auto const& settings = context.settings();
    auto const found = storage::accounts::find_session(context.read(), gateways::token_hash(token));
    if (!found || !found->account.second_factor_secret)
        return refuse(RefusalKind::signed_out, "signed-out", "Sign in again");
    if (found->account.locked_until && *found->account.locked_until > context.now)
        return refuse(RefusalKind::too_many, "account-locked",
                      "There were too many tries. You can try again at " +
                          london_time(*found->account.locked_until).words());
    auto const secret = context.services.site_key.open(*found->account.second_factor_secret);
    if (!secret)
        return refuse(RefusalKind::conflict, "second-factor-unreadable",
                      "Ask an administrator to reset your second step");

    // A failure is counted and told, so it is a result here and a refusal afterwards.
    std::optional<Refusal> refused;
    auto result = context.change([&](Change& change) -> Expected<SignedIn> {
        auto const account = storage::accounts::find(change.tx, found->account.id);
        auto const step = gateways::second_factor::matching_step(*secret, code, change.now);
        bool const fresh_step =
            step && (!account->second_factor_last_step || *step > *account->second_factor_last_step);
        bool const recovered =
            !fresh_step && storage::accounts::use_recovery_code(change.tx, account->id,
                                                                gateways::token_hash(code), change.now);
        if (!fresh_step && !recovered) {
            count_failure(change, settings, *account);
            refused = Refusal(RefusalKind::invalid, "wrong-code", "Enter the code your app shows now")
                          .with_problem("code", "Enter the code your app shows now");
            return SignedIn{};
        }
        refused.reset();
        if (fresh_step) storage::accounts::set_second_factor_step(change.tx, account->id, *step);
        SignedIn done;
        done.token = open_session(change, settings, account->id, true, std::string(token));
        done.must_change_password = account->must_change_password;
        storage::accounts::note_signed_in(change.tx, account->id, change.now);
        change.record(account->id, domain::events::signed_in,
                      domain::events::Detail().set("recovery_code", recovered));
        return done;
    });
    if (refused) return refuse(*refused);
    return result;
}

std::optional<CurrentSession> current_session(Context& context, std::string_view token) {
    auto found = storage::accounts::find_session(context.read(), gateways::token_hash(token));
    if (!found || found->account.state != domain::accounts::State::active) return std::nullopt;
    auto const idle = seconds(context.settings(), standard_ids::session_idle, context.today,
                              standard_scopes::staff, minute);
    auto const idle_ends_at = found->session.last_seen_at.plus_seconds(idle);
    if (found->session.ends_at <= context.now || idle_ends_at <= context.now) return std::nullopt;
    CurrentSession session;
    session.id = found->session.id;
    session.ends_at = found->session.ends_at;
    session.idle_ends_at = idle_ends_at;
    session.second_factor_done = found->session.second_factor_done;
    session.second_factor_needed = !session.second_factor_done && needs_code(found->account);
    session.second_factor_to_set_up = !session.second_factor_done && needs_set_up(found->account);
    session.account = std::move(found->account);
    return session;
}

void touch_session(Context& context, CurrentSession const& session) {
    auto const idle = seconds(context.settings(), standard_ids::session_idle, context.today,
                              standard_scopes::staff, minute);
    auto const last_seen_at = session.idle_ends_at.plus_seconds(-idle);
    if (context.now < last_seen_at.plus_seconds(minute)) return;
    // Not a change to anybody's record: no event.
    context.services.database.write(
        [&](storage::sql::Write& tx) { storage::accounts::touch_session(tx, session.id, context.now); });
}

Expected<Done> sign_out(Context& context, std::string_view token) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto const found = storage::accounts::find_session(change.tx, gateways::token_hash(token));
        if (!found) return refuse(RefusalKind::signed_out, "signed-out", "You are signed out already");
        storage::accounts::remove_session(change.tx, found->session.id);
        change.record(found->account.id, domain::events::signed_out);
        return Done{};
    });
}

Expected<Done> sign_out_everywhere(Context& context) {
    if (!context.viewer.account)
        return refuse(RefusalKind::signed_out, "signed-out", "You are signed out already");
    return context.change([&](Change& change) -> Expected<Done> {
        auto const ended = storage::accounts::remove_sessions_of(change.tx, *context.viewer.account);
        change.record(*context.viewer.account, domain::events::signed_out,
                      domain::events::Detail().set("sessions", ended));
        return Done{};
    });
}

}  // namespace doorstep::usecases::accounts
