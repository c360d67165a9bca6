#pragma once

#include <array>

#include "domain/ids.h"
#include "domain/orders/respite.h"
#include "storage/sql/database.h"

/// What neighbours of a closed home reported and said, and how often we visited them.
namespace doorstep::storage::respite {

/// Before, during and after. Of the block that the case's home stands in, or of its postcode where it stands
/// in none: reports by the day they came, visits that were contacts, comments in surveys. Counts alone, of
/// every case there. One statement.
std::array<domain::orders::RespiteCount, 3> count(sql::Read& tx, CaseFileId file,
                                                  domain::orders::RespiteTimes const& times);

}  // namespace doorstep::storage::respite
