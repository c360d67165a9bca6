#pragma once

#include "pages/visit.h"

namespace doorstep::pages::risk {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::risk
