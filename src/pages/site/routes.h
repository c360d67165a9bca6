#pragma once

#include "pages/visit.h"

namespace doorstep::pages::site {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::site
