#include "usecases/approvals/find_approval.h"

#include "domain/access/permissions.h"
#include "storage/case_scope.h"

namespace doorstep::usecases::approvals {

Expected<storage::approvals::Asked> find_approval(storage::sql::Read& tx,
                                                  domain::access::Viewer const& viewer, ApprovalId id) {
    auto const scope = storage::case_scope(viewer, domain::access::Action::approve);
    if (auto asked = storage::approvals::find_for(tx, scope, id)) return *asked;
    if (viewer.account && storage::approvals::is_own(tx, *viewer.account, id))
        return refuse(RefusalKind::unlawful, "own-request",
                      "You asked for this yourself: somebody else decides");
    return refuse(RefusalKind::not_found, "approval-not-found",
                  "There is no such request that you can decide");
}

}  // namespace doorstep::usecases::approvals
