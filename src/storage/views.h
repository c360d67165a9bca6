#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

namespace doorstep::storage::views {

struct ViewRow {
    Uuid id;
    Instant at;
    AccountId account;
    std::string what;
    std::optional<CaseFileId> case_file;
    std::string subject;
    std::string reason;
};

void insert(sql::Write& tx, ViewRow const& view);

}  // namespace doorstep::storage::views
