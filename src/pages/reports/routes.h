#pragma once

#include "pages/visit.h"

namespace doorstep::pages::reports {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::reports
