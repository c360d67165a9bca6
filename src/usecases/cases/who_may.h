#pragma once

#include <vector>

#include "domain/access/permissions.h"
#include "domain/accounts/account.h"
#include "domain/cases/case_file.h"
#include "storage/sql/database.h"

namespace doorstep::usecases::cases {

/// Active colleagues who may do this on this case, by name: whoever is given something to do there must be
/// able to open it. Restriction and conflicts of interest count.
std::vector<domain::accounts::Account> who_may(storage::sql::Read& tx, domain::cases::CaseFile const& file,
                                               domain::access::Action action);

}  // namespace doorstep::usecases::cases
