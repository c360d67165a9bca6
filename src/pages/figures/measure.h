#pragma once

#include "pages/visit.h"

namespace doorstep::pages::figures {

/// One figure: over time, in parts, by area, kind or officer, and how it is counted (T07).
http::Response show_measure(Visit& visit);

}  // namespace doorstep::pages::figures
