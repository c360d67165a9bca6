#pragma once

#include <vector>

#include "domain/ids.h"
#include "domain/outbound/check.h"
#include "storage/sql/database.h"

namespace doorstep::storage {

/// When things happened that complainants and witnesses of this case told us of, to the minute.
std::vector<domain::outbound::Moment> told_moments(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage
