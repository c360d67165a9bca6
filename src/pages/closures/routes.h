#pragma once

#include "pages/visit.h"

namespace doorstep::pages::closures {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::closures
