#pragma once

#include "pages/visit.h"

namespace doorstep::pages::find {

/// GET /search: the box by itself. POST /search: what was found; the words are never in an address.
http::Response show_search(Visit& visit);
http::Response post_search(Visit& visit);

}  // namespace doorstep::pages::find
