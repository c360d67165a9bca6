#pragma once

#include "pages/visit.h"

namespace doorstep::pages::developer {

/// Only in builds with DOORSTEP_DEVELOPER_PAGES.
void add_routes(Routes& routes);

}  // namespace doorstep::pages::developer
