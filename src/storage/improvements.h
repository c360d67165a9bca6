#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// What is done about a weak result, and what came of it (M-110).
namespace doorstep::storage::improvements {

struct Improvement {
    std::string id;
    std::string measure;  ///< of standards/figures; empty for other reasons
    std::string period;   ///< code
    std::string why;
    std::string what;
    std::string owner_name;
    Date review_on;
    std::string result;  ///< empty until it was reviewed
    std::optional<Date> reviewed_on;
    std::optional<Date> told_panel_on;  ///< reported back to the tenants' group
    std::int64_t version = 1;
};

void insert(sql::Write& tx, Improvement const& improvement, std::optional<AccountId> by, Instant now);
/// False when someone else changed it first.
bool update(sql::Write& tx, Improvement& improvement);
std::optional<Improvement> find(sql::Read& tx, std::string_view id);
/// Those to be reviewed first, soonest first; then those that were, newest first.
std::vector<Improvement> list(sql::Read& tx, int limit, int offset);
int count(sql::Read& tx);

}  // namespace doorstep::storage::improvements
