#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "domain/cases/link.h"
#include "domain/ids.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Cases that belong together. A pair is kept once, whichever was linked to which.
namespace doorstep::storage::cases {

using domain::cases::LinkKind;

struct LinkedCase {
    CaseFileId id;
    std::string reference;
    std::string title;
    bool is_closed = false;
    Date opened_on;
    LinkKind kind{};
    std::string reason;
    std::string linked_by;  ///< name; empty for the program
    Instant linked_at;
};
/// Those this viewer may see, whichever of the two was linked to the other: counter-allegations first.
std::vector<LinkedCase> visible_links(sql::Read& tx, CaseFileId id, CaseScope const& scope);

struct NewLink {
    CaseFileId one;
    CaseFileId other;
    LinkKind kind{};
    std::string reason;
    std::optional<AccountId> linked_by;
    Instant linked_at;
};
/// False when the two are linked already.
bool insert_link(sql::Write& tx, NewLink const& link);
/// False when they were not linked.
bool remove_link(sql::Write& tx, CaseFileId one, CaseFileId other);

}  // namespace doorstep::storage::cases
