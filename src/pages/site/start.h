#pragma once

#include "pages/visit.h"

namespace doorstep::pages::site {

/// R01: GET /. Staff who are signed in go to their own first page.
http::Response show_start(Visit& visit);

}  // namespace doorstep::pages::site
