#pragma once

#include "pages/visit.h"

namespace doorstep::pages::triage {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::triage
