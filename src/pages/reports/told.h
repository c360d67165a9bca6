#pragma once

#include "pages/reports/journey.h"

/// R13: whom they told before, one after the other, with "add another".
namespace doorstep::pages::reports {

http::Response show_told(Visit& visit, Journey const& journey, Pairs typed, std::vector<Problem> problems);
http::Response post_told(Visit& visit, Journey& journey);

}  // namespace doorstep::pages::reports
