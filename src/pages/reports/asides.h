#pragma once

#include "pages/reports/journey.h"

/// Pages between the questions that tell and ask nothing: 999, helplines, who else can help.
namespace doorstep::pages::reports {

http::Response show_aside(Visit& visit, Step const& step, Journey const& journey);
http::Response post_aside(Visit& visit, Step const& step, Journey& journey);
/// GET /report/elsewhere: somebody went to the other service instead.
http::Response show_elsewhere(Visit& visit);

}  // namespace doorstep::pages::reports
