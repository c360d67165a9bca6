#pragma once

#include "pages/visit.h"

namespace doorstep::pages::cases {

/// /cases/{reference}/edit: what the case says of itself
http::Response show_edit_case(Visit& visit);
http::Response post_edit_case(Visit& visit);

}  // namespace doorstep::pages::cases
