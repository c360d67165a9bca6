#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "storage/sql/database.h"

/// What the site's key sealed, wherever it is kept: second-step secrets, webhooks' secrets, interrupted
/// forms. Each begins with the eight digits of its key's id (gateways::SiteKey).
namespace doorstep::storage::sealed_values {

struct SealedValue {
    std::string kind;  ///< "account", "webhook" or "draft"
    std::string id;
    std::string value;
};
/// Those that another key sealed.
std::vector<SealedValue> not_sealed_by(sql::Read& tx, std::string_view key);
/// False when it is another one by now.
bool replace(sql::Write& tx, SealedValue const& value, std::string_view again);

/// How many sealed values, and recovery codes that can still be used, need a key, by its id.
std::map<std::string, int> counted_by_key(sql::Read& tx);

}  // namespace doorstep::storage::sealed_values
