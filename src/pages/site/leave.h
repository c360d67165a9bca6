#pragma once

#include "pages/visit.h"

namespace doorstep::pages::site {

/// R43: GET /exit. What was begun is removed, our cookies expire, what the site keeps on the device is
/// cleared, and the browser goes to the landlord's neutral page. A link from another site only goes there: it
/// must not be able to throw away what somebody has written.
http::Response leave(Visit& visit);

}  // namespace doorstep::pages::site
