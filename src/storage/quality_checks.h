#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/quality/quality_check.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage::quality_checks {

using domain::quality::Check;

/// Open cases that the viewer may see and has not worked on, and that are not in the month's sample yet.
/// Risk, danger and hate weigh; so does dated work that is overdue, up to three things of it.
std::vector<domain::quality::Drawable> drawable(sql::Read& tx, std::string_view month, CaseScope const& scope,
                                                AccountId checker, Date today);
/// Nothing happens when the case is in the month's sample already.
void insert(sql::Write& tx, Check const& check, std::optional<AccountId> by, Instant now);
/// False when someone else changed it first.
bool update(sql::Write& tx, Check& check);

struct Listed {
    Check check;
    std::string reference;
    std::string officer_name;
    std::string checked_by_name;
};
std::optional<Listed> find(sql::Read& tx, QualityCheckId id, CaseScope const& scope);
/// Of cases that the viewer may see: those still to do first.
std::vector<Listed> of_month(sql::Read& tx, std::string_view month, CaseScope const& scope, int limit);

enum class By { officer, team, area };
struct Score {
    std::string name;
    std::int64_t checks = 0;
    std::int64_t met = 0;
    std::int64_t asked = 0;
};
/// Checks that were finished in the months, of all cases.
std::vector<Score> scores(sql::Read& tx, By by, std::string_view from_month, std::string_view until_month);

}  // namespace doorstep::storage::quality_checks
