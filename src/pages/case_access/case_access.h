#pragma once

#include "pages/visit.h"

/// Who may open a case: restriction (M-63) and conflicts of interest.
namespace doorstep::pages::case_access {

/// /cases/{reference}/restriction: puts it on, names and removes people
http::Response show_restriction(Visit& visit);
http::Response post_restriction(Visit& visit);
/// /cases/{reference}/restriction/lifting
http::Response show_lifting(Visit& visit);
http::Response post_lifting(Visit& visit);
/// POST /cases/{reference}/restriction/people and /restriction/people/{account}/remove
http::Response post_name_person(Visit& visit);
http::Response post_remove_person(Visit& visit);
/// POST /cases/{reference}/opening: the reason box of a restricted case (E11)
http::Response post_opening(Visit& visit);
/// /access-requests/new: asks to see a case, whether or not there is one
http::Response show_ask_access(Visit& visit);
http::Response post_ask_access(Visit& visit);
/// /access-requests/{request}, and POST /answer and /reading below it
http::Response show_access_request(Visit& visit);
http::Response post_access_answer(Visit& visit);
http::Response post_access_reading(Visit& visit);
/// /cases/{reference}/conflict
http::Response show_conflict(Visit& visit);
http::Response post_conflict(Visit& visit);
/// /cases/{reference}/conflict/{account}/withdrawal
http::Response show_withdrawal(Visit& visit);
http::Response post_withdrawal(Visit& visit);

void add_routes(Routes& routes);

}  // namespace doorstep::pages::case_access
