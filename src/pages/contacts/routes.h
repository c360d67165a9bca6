#pragma once

#include "pages/visit.h"

namespace doorstep::pages::contacts {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::contacts
