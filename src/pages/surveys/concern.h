#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

/// The person is upset: numbers to give them, and a note to a manager.
http::Response show_concern(Visit& visit);
http::Response post_concern(Visit& visit);

}  // namespace doorstep::pages::surveys
