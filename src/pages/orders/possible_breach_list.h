#pragma once

#include <functional>
#include <vector>

#include "html/html.h"
#include "usecases/orders/possible_breaches.h"

namespace doorstep::pages::orders {

/// Suggestions only: a person decides whether it broke the order. `act`: what can be done about each, or
/// nothing. Empty without any.
Html possible_breach_list(std::vector<usecases::orders::PossibleBreach> const& found,
                          std::function<Html(usecases::orders::PossibleBreach const&)> const& act);

}  // namespace doorstep::pages::orders
