#pragma once

#include <vector>

#include "html/html.h"
#include "pages/reports/inputs.h"

namespace doorstep::pages::reports {

/// "999, 24 hours" and the like, as rows of a summary list.
Html services_list(std::vector<legal::ListEntry const*> const& services, http::Language language);

}  // namespace doorstep::pages::reports
