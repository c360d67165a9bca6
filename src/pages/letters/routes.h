#pragma once

#include "pages/visit.h"

namespace doorstep::pages::letters {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::letters
