#pragma once

#include "pages/visit.h"

namespace doorstep::pages::papers {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::papers
