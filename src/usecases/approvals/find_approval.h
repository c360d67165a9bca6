#pragma once

#include "base/expected.h"
#include "domain/access/viewer.h"
#include "storage/approvals.h"

namespace doorstep::usecases::approvals {

/// A request that this viewer may decide. One's own is refused in so many words; one about a case the viewer
/// may not see is not there.
Expected<storage::approvals::Asked> find_approval(storage::sql::Read& tx,
                                                  domain::access::Viewer const& viewer, ApprovalId id);

}  // namespace doorstep::usecases::approvals
