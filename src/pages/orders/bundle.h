#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// C26: GET /cases/{reference}/bundle: schedule of incidents, exhibits, witnesses, draft terms and service,
/// to print for court.
http::Response show_bundle(Visit& visit);
/// PDF or DOCX; the programs that make them need not be there, and the page says so.
http::Response post_bundle(Visit& visit);

/// GET and POST /cases/{reference}/orders/{action}/statement: the draft to read, and as a Word document.
http::Response show_statement(Visit& visit);
http::Response post_statement(Visit& visit);

}  // namespace doorstep::pages::orders
