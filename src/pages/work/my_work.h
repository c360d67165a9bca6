#pragma once

#include "pages/visit.h"

namespace doorstep::pages::work {

/// C01: GET /work; `band` and `page` in the query.
http::Response show_my_work(Visit& visit);

}  // namespace doorstep::pages::work
