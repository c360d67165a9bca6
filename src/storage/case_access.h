#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// Who may see a restricted case, and for whom a case does not exist. What it means is decided by
/// domain/access and storage/case_scope.h.
namespace doorstep::storage::case_access {

/// Somebody on one of the two lists, with who put them there and why.
struct Entry {
    AccountId account;
    std::string name;  ///< read only
    std::string reason;
    std::optional<AccountId> by;
    std::string by_name;  ///< read only; empty for the program
    Instant at;
};

/// By name.
std::vector<Entry> named(sql::Read& tx, CaseFileId file);
/// False when they are on the list already.
bool name(sql::Write& tx, CaseFileId file, Entry const& entry);
/// False when they were not on it.
bool remove_named(sql::Write& tx, CaseFileId file, AccountId account);

/// By name.
std::vector<Entry> conflicts(sql::Read& tx, CaseFileId file);
bool declare_conflict(sql::Write& tx, CaseFileId file, Entry const& entry);
bool remove_conflict(sql::Write& tx, CaseFileId file, AccountId account);

}  // namespace doorstep::storage::case_access
