#pragma once

#include "pages/visit.h"

namespace doorstep::pages::figures {

/// Every figure of a period beside the last one and the same a year ago (T07).
http::Response show_figures(Visit& visit);
/// The same for a spreadsheet.
http::Response download_figures(Visit& visit);

http::Response download_workbook(Visit& visit);
http::Response download_json(Visit& visit);

}  // namespace doorstep::pages::figures
