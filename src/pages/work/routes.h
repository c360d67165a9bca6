#pragma once

#include "pages/visit.h"

namespace doorstep::pages::work {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::work
