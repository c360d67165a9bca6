#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/closures/closing.h"
#include "storage/approvals.h"
#include "storage/case_overview.h"
#include "storage/work_items.h"
#include "usecases/context.h"

namespace doorstep::usecases::closures {

/// Closing a case, as far as it has come (C30).
struct ClosureView {
    domain::cases::CaseFile file;
    storage::cases::SectionCounts counts;
    struct CheckLine {
        domain::closures::Check check;
        bool met = false;  ///< false for what only the officer knows: they are asked
        std::vector<storage::work_items::ListedItem> open;  ///< what is left, each with a page of its own
    };
    std::vector<CheckLine> checks;  ///< none for a closed case
    bool is_blocked = false;
    struct Reason {
        std::string code;
        std::string label;
    };
    std::vector<Reason> resolved;  ///< reasons in use for each outcome
    std::vector<Reason> unresolved;
    bool approval_if_resolved = false;
    bool approval_if_unresolved = false;
    std::optional<storage::approvals::Asked> waiting;  ///< the request a manager decides about
    std::string waiting_reason;                        ///< label of its closing reason
    bool may_take_back = false;
    std::string reason_label;    ///< of a closed case
    std::string closed_by_name;  ///< of a closed case
    bool may_reopen = false;
};

/// Refused for those who may neither close nor reopen the case.
Expected<ClosureView> view_closure(Context& context, std::string_view reference);

/// What the pages for reopening and pausing need; refused like the act itself.
struct StateForm {
    domain::cases::CaseFile file;
    std::string reason_label;  ///< of the closing
};
Expected<StateForm> view_reopening(Context& context, std::string_view reference);
Expected<StateForm> view_pause(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::closures
