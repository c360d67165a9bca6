#pragma once

#include "pages/visit.h"

namespace doorstep::pages::triage {

/// GET /triage/{id} (C04)
http::Response show_report(Visit& visit);
/// POST /triage/{id}/holder: takes it up, or over; on to the decision.
http::Response post_holder(Visit& visit);
/// POST /triage/{id}/return: back into the queue.
http::Response post_return(Visit& visit);
/// POST /triage/{id}/told/{message}: whoever reported was told what could not be written.
http::Response post_told(Visit& visit);
/// GET and POST /triage/{id}/restriction: into the restricted queue.
http::Response show_restriction(Visit& visit);
http::Response post_restriction(Visit& visit);

/// The id in the address; nothing when it is none.
std::optional<ReportId> report_id(Visit const& visit);
http::Response no_such_report(Visit& visit);

}  // namespace doorstep::pages::triage
