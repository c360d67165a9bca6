#pragma once

#include "pages/visit.h"

namespace doorstep::pages::figures {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::figures
