#pragma once

#include "pages/visit.h"

namespace doorstep::pages::plans {

/// C16: /cases/{reference}/plan/new: a draft from the usual steps.
http::Response show_new_plan(Visit& visit);
http::Response post_new_plan(Visit& visit);

}  // namespace doorstep::pages::plans
