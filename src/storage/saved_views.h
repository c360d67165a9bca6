#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

namespace doorstep::storage::saved_views {

struct SavedView {
    std::string id;
    AccountId account;
    std::string name;
    std::string query;  ///< as in an address
    Instant saved_at;
};
/// One of the same name is replaced.
void put(sql::Write& tx, SavedView const& view);
/// By name.
std::vector<SavedView> of_account(sql::Read& tx, AccountId account);
/// False when it is not there, or not this account's.
bool remove(sql::Write& tx, AccountId account, std::string_view id);

}  // namespace doorstep::storage::saved_views
