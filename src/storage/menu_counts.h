#pragma once

#include "domain/ids.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage {

struct MenuCountsFor {
    CaseScope approvals;  ///< of the cases whose requests the viewer may decide
    bool sees_triage = false;
    bool sees_restricted_triage = false;
    bool decides = false;
};
/// The menu says "99+" from here on.
inline constexpr int most_in_menu = 99;
/// Never more than most_in_menu of each.
struct MenuCounts {
    int triage = 0;
    int approvals = 0;
};
MenuCounts menu_counts(sql::Read& tx, MenuCountsFor const& for_whom);

}  // namespace doorstep::storage
