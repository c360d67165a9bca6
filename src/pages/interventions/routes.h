#pragma once

#include "pages/visit.h"

namespace doorstep::pages::interventions {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::interventions
