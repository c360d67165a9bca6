#pragma once

#include "pages/visit.h"

namespace doorstep::pages::notes {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::notes
