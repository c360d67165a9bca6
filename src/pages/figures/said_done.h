#pragma once

#include "pages/visit.h"

namespace doorstep::pages::figures {

/// What people said beside what the file shows (T08).
http::Response show_said_done(Visit& visit);

}  // namespace doorstep::pages::figures
