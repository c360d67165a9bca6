#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::reports {

/// Somebody about to report was told of another service and went there: no report is made, but that they came
/// is kept (which services, no more), because it moves published figures.
Expected<Done> note_signposted(Context& context, std::vector<std::string> const& services);

}  // namespace doorstep::usecases::reports
