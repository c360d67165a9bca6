#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// C18: /cases/{reference}/orders/{action}: the task list of one legal action, and all that was recorded.
http::Response show_action(Visit& visit);

/// .../steps/{step}: a step done by hand, or a gate left out.
http::Response show_step(Visit& visit);
http::Response post_step(Visit& visit);
/// .../decision: the decision to go ahead.
http::Response show_decision(Visit& visit);
http::Response post_decision(Visit& visit);
/// .../end
http::Response show_action_end(Visit& visit);
http::Response post_action_end(Visit& visit);
/// .../hearings/new and .../hearings/{hearing}
http::Response show_new_hearing(Visit& visit);
http::Response post_new_hearing(Visit& visit);
http::Response show_hearing(Visit& visit);
http::Response post_hearing(Visit& visit);
/// .../service
http::Response show_service(Visit& visit);
http::Response post_service(Visit& visit);
/// .../order?form=notice: a notice or order as it was made.
http::Response show_new_order(Visit& visit);
http::Response post_new_order(Visit& visit);

}  // namespace doorstep::pages::orders
