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

/// A look with the name of whoever looked.
struct ListedView {
    Instant at;
    std::string name;
    std::string what;
    std::string subject;
    std::string reason;
};
/// A page of the looks at one case, newest first.
std::vector<ListedView> of_case(sql::Read& tx, CaseFileId file, int limit, int offset);
int count_of_case(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage::views
