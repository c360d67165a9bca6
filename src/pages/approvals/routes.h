#pragma once

#include "pages/visit.h"

namespace doorstep::pages::approvals {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::approvals
