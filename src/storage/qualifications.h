#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/accounts/qualification.h"
#include "storage/sql/database.h"

namespace doorstep::storage::qualifications {

using domain::accounts::Qualification;

void insert(sql::Write& tx, Qualification const& qualification);
/// False when it is not of this version any more.
bool update(sql::Write& tx, Qualification const& qualification);
std::optional<Qualification> find(sql::Read& tx, std::string_view id);
/// The one that began last first; those not held yet before them.
std::vector<Qualification> of_account(sql::Read& tx, AccountId account);

}  // namespace doorstep::storage::qualifications
