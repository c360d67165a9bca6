#pragma once

#include "pages/visit.h"

namespace doorstep::pages::handover {

/// Somebody else deals with the case from now on (C28).
http::Response show_hand_over(Visit& visit);
http::Response post_hand_over(Visit& visit);

}  // namespace doorstep::pages::handover
