#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::surveys
