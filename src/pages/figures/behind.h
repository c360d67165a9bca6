#pragma once

#include "pages/visit.h"

namespace doorstep::pages::figures {

/// The cases behind a figure, as far as they are open to the viewer (M-150).
http::Response show_behind(Visit& visit);

}  // namespace doorstep::pages::figures
