#pragma once

#include "pages/visit.h"

namespace doorstep::pages::find {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::find
