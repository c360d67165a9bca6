#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/approvals/approval.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage::approvals {

using domain::approvals::Approval;
using domain::approvals::Decision;
using domain::approvals::Kind;

void insert(sql::Write& tx, Approval const& approval);

/// A request with the words around its ids.
struct Asked {
    Approval approval;
    std::string requested_by_name;
    std::string case_reference;  ///< empty when it is about no case
    std::string case_title;
};
/// What waits for this viewer, oldest first: not their own requests, and none about a case they may not see.
std::vector<Asked> waiting_for(sql::Read& tx, CaseScope const& scope, int limit, int offset);
int count_waiting_for(sql::Read& tx, CaseScope const& scope);
/// Under the same conditions, decided or not.
std::optional<Asked> find_for(sql::Read& tx, CaseScope const& scope, ApprovalId id);
/// Whether this is a request of the account's own.
bool is_own(sql::Read& tx, AccountId account, ApprovalId id);
/// The request about this record that waits, whoever made it.
std::optional<Asked> waiting_about(sql::Read& tx, Kind kind, std::string_view subject);
/// Every request about a case that waits.
std::vector<Asked> waiting_of_case(sql::Read& tx, CaseFileId file);

/// False when somebody decided first.
bool decide(sql::Write& tx, ApprovalId id, Decision decision, std::string_view note,
            std::optional<AccountId> by, Instant at);

}  // namespace doorstep::storage::approvals
