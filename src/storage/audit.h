#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/access/viewer.h"
#include "domain/ids.h"
#include "storage/case_scope.h"
#include "storage/events.h"
#include "storage/sql/database.h"

/// Who did and who saw what, across the whole site (A11). A restricted case, and one the viewer has a
/// conflict of interest in, is counted without its reference.
namespace doorstep::storage::audit {

struct Filter {
    Instant from;
    Instant until;  ///< exclusive
    std::optional<AccountId> account;
    std::string kind;  ///< of events only; empty for all
};

struct EventRow {
    Instant at;
    std::string kind;
    std::string actor_name;
    domain::access::Door door{};
    events::ChainKind about{};
    std::optional<std::string> reference;  ///< of a case the viewer may know of
};
/// Newest first.
std::vector<EventRow> events(sql::Read& tx, CaseScope const& scope, Filter const& filter, int limit,
                             int offset);

struct ViewRow {
    Instant at;
    std::string account_name;
    std::string what;
    bool about_case = false;
    std::optional<std::string> reference;
    std::string reason;
};
/// Newest first.
std::vector<ViewRow> views(sql::Read& tx, CaseScope const& scope, Filter const& filter, int limit,
                           int offset);

}  // namespace doorstep::storage::audit
