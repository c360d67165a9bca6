#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// GET /orders?quarter=2026-27-Q1: orders of a quarter together, by block (M-45), and the same as CSV.
http::Response show_orders_together(Visit& visit);
http::Response download_orders_together(Visit& visit);

}  // namespace doorstep::pages::orders
