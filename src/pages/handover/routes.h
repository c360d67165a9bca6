#pragma once

#include "pages/visit.h"

namespace doorstep::pages::handover {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::handover
