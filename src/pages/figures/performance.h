#pragma once

#include "pages/visit.h"

namespace doorstep::pages::figures {

/// What anybody may see of a quarter or year that is over, with nothing that leads to a case (V01).
http::Response show_performance(Visit& visit);
/// The same for a spreadsheet.
http::Response download_performance(Visit& visit);

}  // namespace doorstep::pages::figures
