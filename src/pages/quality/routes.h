#pragma once

#include "pages/visit.h"

namespace doorstep::pages::quality {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::quality
