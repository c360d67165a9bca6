#pragma once

#include "html/html.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {

/// Whether a closure helped those around it, in numbers (M-41); empty where there is nothing to measure.
Html respite_chart(usecases::orders::OrderView const& view);

}  // namespace doorstep::pages::orders
