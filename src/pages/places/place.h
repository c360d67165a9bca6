#pragma once

#include "pages/visit.h"

namespace doorstep::pages::places {

/// GET /places/{id}: a block or one address (C32)
http::Response show_place(Visit& visit);

}  // namespace doorstep::pages::places
