#pragma once

#include "pages/visit.h"

namespace doorstep::pages::links {

/// C28: /cases/{reference}/links
http::Response show_links(Visit& visit);
http::Response post_link(Visit& visit);
/// /cases/{reference}/links/{other}/remove
http::Response show_unlink(Visit& visit);
http::Response post_unlink(Visit& visit);

void add_routes(Routes& routes);

}  // namespace doorstep::pages::links
