#pragma once

#include "pages/visit.h"

namespace doorstep::pages::team {

/// Moves cases from one owner to another (T03): whose, which and to whom, asked before it is done.
http::Response show_reassignment(Visit& visit);
http::Response post_reassignment(Visit& visit);

}  // namespace doorstep::pages::team
