#pragma once

#include "pages/visit.h"

/// Dated lists (A03): categories, interventions, closing reasons, signposts.
namespace doorstep::pages::admin {

/// GET /admin/lists
http::Response show_lists(Visit& visit);
/// GET /admin/lists/{list}
http::Response show_list(Visit& visit);
/// GET and POST /admin/lists/{list}/new
http::Response show_new_entry(Visit& visit);
http::Response post_new_entry(Visit& visit);
/// GET and POST /admin/lists/{list}/{code}
http::Response show_entry(Visit& visit);
http::Response post_entry(Visit& visit);

}  // namespace doorstep::pages::admin
