#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

/// Answers that came on paper: every question on one page.
http::Response show_paper(Visit& visit);
http::Response post_paper(Visit& visit);

}  // namespace doorstep::pages::surveys
