#pragma once

#include "pages/visit.h"

namespace doorstep::pages::accounts {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::accounts
