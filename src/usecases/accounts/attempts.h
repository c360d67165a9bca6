#pragma once

#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "usecases/context.h"

/// Wrong passwords and codes: counted for each account, which is locked for a while when there were too many.
namespace doorstep::usecases::accounts {

/// One more failure, with an event; locks the account at the standard's number. While it is locked further
/// failures are told in an event and do not make the lock longer.
void count_failed_attempt(Change& change, Settings const& settings, domain::accounts::Account const& account);
bool is_locked(domain::accounts::Account const& account, Instant now);
/// For somebody who has given the right password before: "There were too many tries. You can try again at
/// 9:15am".
Refusal locked_refusal(domain::accounts::Account const& account);
/// Whoever is signed in proves that it is still them. A wrong password is counted; refused for `field`.
Expected<Done> confirm_own_password(Context& context, domain::accounts::Account const& account,
                                    std::string_view password, std::string_view field);
/// Every try counts: "pressed twice is done once" would let somebody try as often as they like.
void never_once(Context& context);
/// "After 10 wrong tries an account is locked for 15 minutes"
std::string lock_rule_words(Settings const& settings, Date today);

}  // namespace doorstep::usecases::accounts
