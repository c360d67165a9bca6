#pragma once

#include "html/html.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::pages::orders {

/// A clause's zone to scale with the homes around it, and the addresses inside as a table (M-53).
Html zone_picture(usecases::orders::ClauseView const& view);

/// Where scripts run: a plan around the case's home to press the corners of a new zone on. Empty where the
/// home's position is not known.
Html zone_drawing(usecases::orders::OrderFormView const& view);

}  // namespace doorstep::pages::orders
