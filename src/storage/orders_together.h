#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Orders of several cases beside one another (M-45).
namespace doorstep::storage::orders_together {

struct Line {
    LegalOrderId order;
    std::string case_reference;
    std::string kind;  ///< of its action
    std::string form;
    std::string scope;
    Date made_on;
    Instant from_at;
    std::optional<Date> until_on;
    std::optional<Instant> until_at;
    std::optional<Instant> ended_at;
    std::string place;  ///< of the action
    std::string block;  ///< its name; empty for a case in no block
};
/// Orders made from one day to another, both included, without notices, by block and then by day. No more
/// than `limit`.
std::vector<Line> made_between(sql::Read& tx, Date from, Date to, CaseScope const& scope, int limit);

}  // namespace doorstep::storage::orders_together
