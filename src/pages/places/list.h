#pragma once

#include "pages/visit.h"

namespace doorstep::pages::places {

/// GET /places (C32)
http::Response show_places(Visit& visit);

}  // namespace doorstep::pages::places
