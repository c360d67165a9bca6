#pragma once

#include "pages/visit.h"

/// C07: an officer writes down what somebody tells them, one page a group of questions. Cut off, it waits in
/// the officer's own list.
namespace doorstep::pages::reports {

// GET and POST /reports/new: what was cut off, and a new one
http::Response show_taken_list(Visit& visit);
http::Response post_taken_list(Visit& visit);
// GET and POST /reports/new/{draft}/{group}
http::Response show_taken_group(Visit& visit);
http::Response post_taken_group(Visit& visit);
// POST /reports/new/{draft}/remove
http::Response remove_taken(Visit& visit);
// GET and POST /reports/new/{draft}/check, GET /reports/new/{draft}/sent
http::Response show_taken_check(Visit& visit);
http::Response post_taken_check(Visit& visit);
http::Response show_taken_sent(Visit& visit);

}  // namespace doorstep::pages::reports
