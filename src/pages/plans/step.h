#pragma once

#include "pages/visit.h"

namespace doorstep::pages::plans {

/// C16: /cases/{reference}/plan/steps/new and /{step}. A step of a draft is changed; a step of the agreed
/// plan is marked done or dropped.
http::Response show_new_step(Visit& visit);
http::Response post_new_step(Visit& visit);
http::Response show_step(Visit& visit);
http::Response post_step(Visit& visit);
/// /cases/{reference}/plan/steps/{step}/remove: asks first.
http::Response show_remove_step(Visit& visit);
http::Response post_remove_step(Visit& visit);

}  // namespace doorstep::pages::plans
