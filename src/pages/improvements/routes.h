#pragma once

#include "pages/visit.h"

namespace doorstep::pages::improvements {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::improvements
