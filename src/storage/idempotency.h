#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "storage/sql/database.h"

/// Pressing a button twice makes one record.
namespace doorstep::storage::idempotency {

/// True for the first to claim the key; false when it was claimed before.
bool claim(sql::Write& tx, std::string_view key, std::string_view account, Instant now);
/// Where what the key made is to be found.
void set_result(sql::Write& tx, std::string_view key, std::string_view account, std::string_view result);
std::optional<std::string> result(sql::Read& tx, std::string_view key, std::string_view account);
int forget_older(sql::Write& tx, Instant before);

}  // namespace doorstep::storage::idempotency
