#include "usecases/cases/who_may.h"

#include <algorithm>

#include "storage/accounts.h"
#include "storage/case_access.h"

namespace doorstep::usecases::cases {

using domain::accounts::Account;

std::vector<Account> who_may(storage::sql::Read& tx, domain::cases::CaseFile const& file,
                             domain::access::Action action) {
    auto const named = storage::case_access::named(tx, file.id, storage::case_access::without_end);
    auto const conflicts = storage::case_access::conflicts(tx, file.id);
    auto const is_on = [](auto const& list, AccountId id) {
        return std::any_of(list.begin(), list.end(), [&](auto const& entry) { return entry.account == id; });
    };
    auto accounts = storage::accounts::list(tx, false);
    std::erase_if(accounts, [&](Account const& account) {
        return !domain::access::may_on_case(account.viewer(domain::access::Door::web), action,
                                            {.restricted = file.restricted,
                                             .named = is_on(named, account.id),
                                             .owner = file.owner == account.id,
                                             .housing_officer = file.housing_officer == account.id,
                                             .conflict = is_on(conflicts, account.id)});
    });
    return accounts;
}

}  // namespace doorstep::usecases::cases
