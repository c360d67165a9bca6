#pragma once

#include <cstdint>

#include "domain/ids.h"
#include "storage/sql/database.h"

namespace doorstep::storage::caseloads {

/// Cases this account owns that are not closed: what is left behind when it is disabled. A number only,
/// restricted cases counted too.
std::int64_t open_cases_owned(sql::Read& tx, AccountId account);

}  // namespace doorstep::storage::caseloads
