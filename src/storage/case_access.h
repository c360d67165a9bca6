#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
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
    std::optional<Date> until_on;  ///< the last day; nothing: until taken back
};

/// A day by which all leave for a stretch of days has run out.
inline constexpr Date without_end = Date::from_days_since_1970(2'932'896);  // 31 December 9999

/// Those whose leave has not run out on the day, by name. With `without_end` only those whose leave never
/// does.
std::vector<Entry> named(sql::Read& tx, CaseFileId file, Date on);
/// In place of leave for a stretch of days that they have or had. False when they are on the list without an
/// end already.
bool name(sql::Write& tx, CaseFileId file, Entry const& entry);
/// False when they were not on it.
bool remove_named(sql::Write& tx, CaseFileId file, AccountId account);

/// By name.
std::vector<Entry> conflicts(sql::Read& tx, CaseFileId file);
bool declare_conflict(sql::Write& tx, CaseFileId file, Entry const& entry);
bool remove_conflict(sql::Write& tx, CaseFileId file, AccountId account);

}  // namespace doorstep::storage::case_access
