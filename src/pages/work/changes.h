#pragma once

#include "pages/visit.h"

namespace doorstep::pages::work {

/// C02: GET /work/changes, and POST to say that they are read.
http::Response show_changes(Visit& visit);
http::Response post_changes_read(Visit& visit);

}  // namespace doorstep::pages::work
