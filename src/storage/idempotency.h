#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "storage/sql/database.h"

/// Pressing a button twice makes one record.
namespace doorstep::storage::idempotency {

struct Claim {
    std::string_view key;
    std::string_view account;
    std::string_view fingerprint;  ///< of what was asked; empty for a form
    Instant at;
};
/// True for the first to claim the key; false when it was claimed before.
bool claim(sql::Write& tx, Claim const& claim);
/// What a claimed key stands for; nothing for a key that was not claimed.
struct Claimed {
    std::string fingerprint;
    std::string result;  ///< empty until known
};
std::optional<Claimed> find(sql::Read& tx, std::string_view key, std::string_view account);
/// Where what the key made is to be found.
void set_result(sql::Write& tx, std::string_view key, std::string_view account, std::string_view result);
std::optional<std::string> result(sql::Read& tx, std::string_view key, std::string_view account);
int forget_older(sql::Write& tx, Instant before);

}  // namespace doorstep::storage::idempotency
