#pragma once

#include "pages/visit.h"

namespace doorstep::pages::stories {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::stories
