#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// Times away and who covers.
namespace doorstep::storage::absences {

struct Absence {
    std::string id;
    AccountId account;
    Date from_on;
    Date until_on;  ///< exclusive: the first day back
    std::optional<AccountId> cover;
    std::string note;
    AccountId recorded_by;
    Instant recorded_at;
};
void insert(sql::Write& tx, Absence const& absence);
/// Those of these accounts that are away on the day, the one that ends last first.
std::vector<Absence> away_on(sql::Read& tx, std::vector<AccountId> const& accounts, Date day);
/// Those of one account that end after the day, the first to begin first.
std::vector<Absence> not_over(sql::Read& tx, AccountId account, Date day);

/// Of anybody, not over on this day, the first to begin first.
std::vector<Absence> not_over_on(sql::Read& tx, Date day, int limit);
std::optional<Absence> find(sql::Read& tx, std::string_view id);

}  // namespace doorstep::storage::absences
