#pragma once

#include "pages/visit.h"

namespace doorstep::pages::post {

void add_routes(Routes& routes);

}  // namespace doorstep::pages::post
