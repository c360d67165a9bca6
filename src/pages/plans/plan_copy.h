#pragma once

#include "pages/visit.h"

namespace doorstep::pages::plans {

/// C16: /cases/{reference}/plan/copy: the plan as it is given to somebody who reported, to read out or print,
/// and when and how they were given it.
http::Response show_copy(Visit& visit);
http::Response post_copy(Visit& visit);

}  // namespace doorstep::pages::plans
