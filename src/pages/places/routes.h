#pragma once

#include "pages/visit.h"

namespace doorstep::pages::places {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::places
