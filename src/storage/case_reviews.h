#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/figures/case_reviews.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// The numbers of ASB case reviews that are published (2014 Act, section 104(9)).
namespace doorstep::storage::case_reviews {

/// In place of what was kept of this area and period before.
void put(sql::Write& tx, domain::figures::CaseReviews const& numbers, std::optional<AccountId> by,
         Instant now);
/// Newest period first, then by area.
std::vector<domain::figures::CaseReviews> list(sql::Read& tx, int limit);

}  // namespace doorstep::storage::case_reviews
