#pragma once

#include "pages/visit.h"

namespace doorstep::pages::contacts {

/// GET /cases/{reference}/contacts: every contact, and which promises were kept (M-78).
http::Response show_contact_log(Visit& visit);

}  // namespace doorstep::pages::contacts
