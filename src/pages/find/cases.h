#pragma once

#include "pages/visit.h"

namespace doorstep::pages::find {

/// GET /cases (C08)
http::Response show_cases(Visit& visit);

}  // namespace doorstep::pages::find
