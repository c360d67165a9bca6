#pragma once

#include "pages/reports/journey.h"

/// R14: photos, recordings and documents. Optional; several; each can be taken off again.
namespace doorstep::pages::reports {

http::Response show_evidence(Visit& visit, Journey const& journey, std::vector<Problem> problems);
// POST /report/evidence with files, and /report/evidence/remove
http::Response post_evidence(Visit& visit);
http::Response remove_evidence(Visit& visit);

}  // namespace doorstep::pages::reports
