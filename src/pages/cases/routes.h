#pragma once

#include "pages/visit.h"

namespace doorstep::pages::cases {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::cases
