#pragma once

#include "pages/visit.h"

/// Letters and other words in English and Welsh (A06).
namespace doorstep::pages::admin {

/// GET /admin/wording
http::Response show_wordings(Visit& visit);
/// GET /admin/wording/{code}: both languages side by side
http::Response show_wording(Visit& visit);
/// GET and POST /admin/wording/{code}/{language}: change, preview, publish
http::Response show_change_wording(Visit& visit);
http::Response post_change_wording(Visit& visit);

}  // namespace doorstep::pages::admin
