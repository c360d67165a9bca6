#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/closures/closing.h"
#include "domain/risk/assessment.h"
#include "storage/approvals.h"
#include "usecases/context.h"
#include "usecases/questions/propose_questions.h"
#include "usecases/standards/change_standard.h"

namespace doorstep::usecases::approvals {

/// What waits for this viewer (T05), oldest first: never their own requests, and none about a case they may
/// not see.
struct ApprovalList {
    struct Row {
        storage::approvals::Asked asked;
        Date due_on;  ///< by the landlord's standard
    };
    std::vector<Row> rows;
    int total = 0;
    int page = 1;
    int pages = 1;
};
constexpr int approvals_a_page = 25;
/// `page` from 1; kept within the pages there are.
Expected<ApprovalList> list_approvals(Context& context, int page);

/// One request with what it asks for, decided or not. Refused like deciding it: one's own in so many words.
struct ApprovalView {
    storage::approvals::Asked asked;
    Date due_on;
    std::string decided_by;                            ///< name, once it is decided
    std::optional<domain::closures::Closing> closing;  ///< of a request to close
    std::string closing_reason;                        ///< its label
    struct PassedOver {
        std::string check;
        std::string reason;
    };
    std::vector<PassedOver> passed_over;                 ///< checks that were not met, and why all the same
    std::vector<std::string> came_up;                    ///< checks that block and are not met now
    std::optional<domain::risk::Assessment> assessment;  ///< of a request to lower a band or look at one
    std::string person;                                  ///< whose risk
    std::optional<standards::Proposal> standard;         ///< of a request to change a promise
    std::optional<questions::ProposedQuestions> questions;  ///< of a request to change questions
    bool may_decide = false;
};
Expected<ApprovalView> view_approval(Context& context, ApprovalId id);

}  // namespace doorstep::usecases::approvals
