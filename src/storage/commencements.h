#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// Start dates of provisions that ship without one: rows are added and decided once, never edited.
namespace doorstep::storage::commencements {

struct StoredCommencement {
    std::string id;
    std::string provision;
    std::string tenancy;  ///< as legal::Tenancy's names; empty: the row is for either
    Date in_force_from;
    std::string authority;
    std::string note;
    std::string state;  ///< proposed, approved, refused
    AccountId proposed_by;
    Instant proposed_at;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
};

/// Oldest first.
std::vector<StoredCommencement> all(sql::Read& tx);
std::optional<StoredCommencement> find(sql::Read& tx, std::string_view id);
void insert(sql::Write& tx, StoredCommencement const& commencement);
/// False when it was decided meanwhile.
bool decide(sql::Write& tx, std::string_view id, std::string_view state, AccountId by, Instant at);

}  // namespace doorstep::storage::commencements
