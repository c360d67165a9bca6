#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// Who may open a restricted case.
namespace doorstep::storage::case_access {

struct NewName {
    CaseFileId case_file;
    AccountId account;
    std::optional<AccountId> granted_by;
    std::string_view reason;
    Instant granted_at;
};
/// Harmless when they are named already.
void name_on_case(sql::Write& tx, NewName const& name);

}  // namespace doorstep::storage::case_access
