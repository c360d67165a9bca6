#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/access/access_request.h"
#include "storage/sql/database.h"

namespace doorstep::storage::access_requests {

using domain::access::AccessRequest;

/// False, and nothing written, while the same person's earlier one of this kind about this case waits.
bool insert(sql::Write& tx, AccessRequest const& request);

struct Listed {
    AccessRequest request;
    std::string asked_by;  ///< names
    std::string decided_by;
    std::string case_reference;
};
/// Not scoped: the use-case asks who may see it.
std::optional<Listed> find(sql::Read& tx, std::string_view id);
/// False when somebody decided first.
bool decide(sql::Write& tx, AccessRequest const& request);

}  // namespace doorstep::storage::access_requests
