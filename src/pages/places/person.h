#pragma once

#include "pages/visit.h"

namespace doorstep::pages::places {

/// GET /people/{id}: somebody across the cases that this viewer may see (C32)
http::Response show_person(Visit& visit);

}  // namespace doorstep::pages::places
