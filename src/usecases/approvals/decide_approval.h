#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/approvals/approval.h"
#include "usecases/closures/end_case.h"
#include "usecases/context.h"

namespace doorstep::usecases::approvals {

struct DecideApproval {
    ApprovalId id;
    domain::approvals::Decision decision{};  ///< approved or sent_back
    std::string note;                        ///< needed when it is sent back
};

struct ApprovalDecided {
    domain::approvals::Kind kind{};
    domain::approvals::Decision decision{};
    std::string case_reference;            ///< empty when it is about no case
    std::optional<closures::Ended> ended;  ///< of a closing that was approved
};

/// Decides somebody else's request and has the use-case of its kind carry it out, in one transaction.
/// Refused: one's own request, one about a case the viewer may not see (not found), one already decided, and
/// whatever the kind's own use-case refuses.
Expected<ApprovalDecided> decide_approval(Context& context, DecideApproval const& input);

}  // namespace doorstep::usecases::approvals
