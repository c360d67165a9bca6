#pragma once

#include "pages/visit.h"

/// The law in use (A14): every provision with its dates, source and how sure we are of it; the start of those
/// that wait for one is set by one person and approved by another.
namespace doorstep::pages::admin {

/// GET /admin/law?subject=closure&state=pending&words=appeal
http::Response show_law(Visit& visit);
/// GET /admin/law/{id}
http::Response show_provision(Visit& visit);
/// GET and POST /admin/law/{id}/proposals/new?for=social
http::Response show_propose_start(Visit& visit);
http::Response post_propose_start(Visit& visit);
/// GET and POST /admin/law/proposals/{proposal}
http::Response show_start_proposal(Visit& visit);
http::Response post_start_proposal(Visit& visit);

}  // namespace doorstep::pages::admin
