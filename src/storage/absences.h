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

}  // namespace doorstep::storage::absences
