#pragma once

#include "pages/visit.h"

namespace doorstep::pages::meetings {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::meetings
