#pragma once

#include "pages/visit.h"

namespace doorstep::pages::plans {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::plans
