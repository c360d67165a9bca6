#pragma once

#include "pages/visit.h"

namespace doorstep::pages::team {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::team
