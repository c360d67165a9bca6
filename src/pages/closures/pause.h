#pragma once

#include "pages/visit.h"

namespace doorstep::pages::closures {

/// C28: /cases/{reference}/pause, and its end
http::Response show_pause(Visit& visit);
http::Response post_pause(Visit& visit);
http::Response post_resume(Visit& visit);

}  // namespace doorstep::pages::closures
