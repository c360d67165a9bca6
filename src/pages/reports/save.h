#pragma once

#include "pages/reports/journey.h"

/// R21: save and come back later, by a code to write down.
namespace doorstep::pages::reports {

// GET and POST /report/save; POST /report/save/close; GET and POST /report/resume; GET /s/{token}, the
// same by a link
http::Response show_save(Visit& visit);
http::Response post_save(Visit& visit);
http::Response post_close(Visit& visit);
http::Response show_resume(Visit& visit);
http::Response post_resume(Visit& visit);
http::Response show_link(Visit& visit);

}  // namespace doorstep::pages::reports
