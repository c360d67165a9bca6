#pragma once

#include "pages/visit.h"

/// R21: the page that is shown without a connection, and drafts kept on the device (ts/drafts.ts). The server
/// knows of a draft only when it is sent, and then asks every question as of any other report.
namespace doorstep::pages::reports {

// GET /offline
http::Response show_offline(Visit& visit);
// GET and POST /drafts
http::Response show_device_drafts(Visit& visit);
http::Response post_device_draft(Visit& visit);

}  // namespace doorstep::pages::reports
