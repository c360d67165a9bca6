#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// /cases/{reference}/orders/{action}/costs: what legal action cost, and one more.
http::Response show_costs(Visit& visit);
http::Response post_costs(Visit& visit);

}  // namespace doorstep::pages::orders
