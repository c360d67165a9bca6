#pragma once

#include <optional>

#include "base/expected.h"
#include "usecases/context.h"

/// Who is looking at a report, so that two people do not decide it at once.
namespace doorstep::usecases::triage {

/// Marks the report as looked at by this viewer; takes it over from whoever did so before. Refused when it is
/// settled. Harmless when it is theirs already.
Expected<Done> take_up(Context& context, ReportId id);

/// Back into the queue, for anybody.
Expected<Done> put_back(Context& context, ReportId id);

/// Takes up the report that comes first in the ordinary queue and that nobody looks at. Nothing when there is
/// none.
Expected<std::optional<ReportId>> take_next(Context& context);

}  // namespace doorstep::usecases::triage
