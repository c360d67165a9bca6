#include "usecases/accounts/attempts.h"

#include "base/text.h"
#include "gateways/secrets.h"
#include "legal/standards.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

namespace standard_ids = legal::standard_ids;
namespace standard_scopes = legal::standard_scopes;

namespace {

int lock_minutes(Settings const& settings, Date today) {
    return settings.standards().number(standard_ids::lockout_time, today, standard_scopes::staff);
}
int tries_allowed(Settings const& settings, Date today) {
    return settings.standards().number(standard_ids::lockout_attempts, today, standard_scopes::staff);
}

}  // namespace

bool is_locked(domain::accounts::Account const& account, Instant now) {
    return account.locked_until && *account.locked_until > now;
}

void count_failed_attempt(Change& change, Settings const& settings,
                          domain::accounts::Account const& account) {
    if (is_locked(account, change.now)) {
        change.record(account.id, domain::events::sign_in_refused,
                      domain::events::Detail().set("while_locked", true));
        return;
    }
    auto const failures = account.failed_sign_ins + 1;
    std::optional<Instant> locked_until;
    if (failures >= tries_allowed(settings, change.today))
        locked_until = change.now.plus_seconds(60LL * lock_minutes(settings, change.today));
    storage::accounts::count_failed_sign_in(change.tx, account.id, locked_until ? 0 : failures, locked_until);
    change.record(account.id, domain::events::sign_in_refused,
                  domain::events::Detail().set("failures", failures).set("locked", locked_until.has_value()));
}

Refusal locked_refusal(domain::accounts::Account const& account) {
    // The lock ends within a minute: people are told the next one.
    auto const at = account.locked_until->plus_seconds(59);
    return Refusal(RefusalKind::too_many, "account-locked",
                   "There were too many tries. You can try again at " + london_time(at).words());
}

void never_once(Context& context) { context.once.reset(); }

Expected<Done> confirm_own_password(Context& context, domain::accounts::Account const& account,
                                    std::string_view password, std::string_view field) {
    never_once(context);
    if (is_locked(account, context.now)) return refuse(locked_refusal(account));
    if (account.password_hash && gateways::password_matches(password, *account.password_hash)) return Done{};
    auto const& settings = context.settings();
    (void)context.change([&](Change& change) -> Expected<Done> {
        count_failed_attempt(change, settings, *storage::accounts::find(change.tx, account.id));
        return Done{};
    });
    return refuse_field("wrong-password", std::string(field), "Enter the password you use now");
}

std::string lock_rule_words(Settings const& settings, Date today) {
    return "After " + std::to_string(tries_allowed(settings, today)) +
           " wrong tries an account is locked for " +
           text::count_of(lock_minutes(settings, today), "minute", "minutes");
}

}  // namespace doorstep::usecases::accounts
