#pragma once

#include "pages/reports/taken_journey.h"

/// C07: files that came with a report taken for somebody, such as photos handed over or sent by e-mail. The
/// same checks and limits as in the resident's own journey, by the same use-case.
namespace doorstep::pages::reports {

http::Response show_taken_files(Visit& visit, Group const& group, Journey const& journey,
                                std::vector<Problem> problems);
// POST /reports/new/{draft}/evidence with files, and /reports/new/{draft}/evidence/remove
http::Response post_taken_files(Visit& visit);
http::Response remove_taken_file(Visit& visit);

}  // namespace doorstep::pages::reports
