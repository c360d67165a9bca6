#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/orders/legal_action.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Links by which a calendar program reads somebody's legal days.
namespace doorstep::storage::calendar_links {

/// In place of the one there was.
void put(sql::Write& tx, AccountId account, std::string_view token_hash, Instant made_at);
/// False when there was none.
bool remove(sql::Write& tx, AccountId account);
std::optional<Instant> made_at(sql::Read& tx, AccountId account);
std::optional<AccountId> find(sql::Read& tx, std::string_view token_hash);

struct ListedDay {
    domain::orders::LegalDeadline deadline;
    std::string reference;  ///< of the case
};
/// Open days on this account's list, of cases they may see, in order. At most 500.
std::vector<ListedDay> days_of(sql::Read& tx, AccountId account, CaseScope const& scope);

}  // namespace doorstep::storage::calendar_links
