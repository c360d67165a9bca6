#pragma once

#include <string>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::triage {

struct RestrictReport {
    ReportId report;
    std::string reason;
};

/// Moves a report into the restricted queue, where only named roles see it (M-63). Whoever moves it may lose
/// sight of it. There is no way back: a high-profile report is decided there. Refused without a reason.
Expected<Done> restrict_report(Context& context, RestrictReport const& input);

}  // namespace doorstep::usecases::triage
