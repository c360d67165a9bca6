#pragma once

#include "pages/visit.h"

namespace doorstep::pages::people {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::people
