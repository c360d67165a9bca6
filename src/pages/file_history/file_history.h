#pragma once

#include "pages/visit.h"

namespace doorstep::pages::file_history {

/// C27: GET /cases/{reference}/history and /cases/{reference}/access
http::Response show_history(Visit& visit);
http::Response show_looks(Visit& visit);

void add_routes(Routes& routes);

}  // namespace doorstep::pages::file_history
