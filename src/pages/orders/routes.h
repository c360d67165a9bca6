#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::orders
