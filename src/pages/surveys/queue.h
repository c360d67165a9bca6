#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

/// Survey calls (B01).
http::Response show_queue(Visit& visit);

}  // namespace doorstep::pages::surveys
