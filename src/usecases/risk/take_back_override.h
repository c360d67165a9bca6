#pragma once

#include <string>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::risk {

/// Whoever asked for a lower band takes the request back; the computed band stands. Refused for somebody
/// else's request, and one that no longer waits.
Expected<Done> take_back_override(Context& context, std::string_view reference, RiskAssessmentId id);

}  // namespace doorstep::usecases::risk
