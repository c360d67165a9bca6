#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// C18: GET /cases/{reference}/orders: legal action, orders, and every day that runs.
http::Response show_orders(Visit& visit);
/// /cases/{reference}/orders/new: which power, with who may use it; then, with ?kind=code, its form.
http::Response show_start(Visit& visit);
http::Response post_start(Visit& visit);

}  // namespace doorstep::pages::orders
