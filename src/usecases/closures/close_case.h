#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/closures/closing.h"
#include "storage/approvals.h"
#include "usecases/closures/end_case.h"
#include "usecases/context.h"

namespace doorstep::usecases::closures {

struct CloseCase {
    std::string reference;
    std::int64_t version = 0;  ///< of the case, as the form showed it
    domain::closures::Closing closing;
};

struct CaseClosed {
    bool waits_for_approval = false;  ///< a manager was asked; the case is still worked on
    Ended ended;
};

/// Closes a case (C30, M-88), or asks a manager to agree where the landlord's standard says so
/// (sla.closure_approval). Refused: while anything that blocks is left ("cannot-close-yet"), without what the
/// checks ask of the officer, a closed case, one that waits for a decision already, and when somebody changed
/// the case in between.
Expected<CaseClosed> close_case(Context& context, CloseCase const& input);

/// Whoever asked takes the request back; the case is open again. Refused for somebody else's request and
/// where none waits.
Expected<Done> take_back_closure(Context& context, std::string_view reference);

/// Carries out what was decided about a request of kind closure. Approved, the case is looked at again:
/// refused when something that blocks came up meanwhile. Sent back, the case is open again.
Expected<std::optional<Ended>> carry_out_closure(Change& change, Settings const& settings,
                                                 storage::approvals::Asked const& asked,
                                                 domain::approvals::Decision decision, std::string_view note);

}  // namespace doorstep::usecases::closures
