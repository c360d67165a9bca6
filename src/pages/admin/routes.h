#pragma once

#include "pages/visit.h"

namespace doorstep::pages::admin {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::admin
