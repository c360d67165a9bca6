#pragma once

#include "pages/visit.h"

/// Promises with their dates and sources (A04): proposed by one person, approved by another.
namespace doorstep::pages::admin {

/// GET /admin/standards
http::Response show_standards(Visit& visit);
/// GET /admin/standards/{id}
http::Response show_standard(Visit& visit);
/// GET and POST /admin/standards/{id}/proposals/new?for=high
http::Response show_propose_standard(Visit& visit);
http::Response post_propose_standard(Visit& visit);
/// GET and POST /admin/standards/proposals/{proposal}
http::Response show_proposal(Visit& visit);
http::Response post_proposal(Visit& visit);

}  // namespace doorstep::pages::admin
