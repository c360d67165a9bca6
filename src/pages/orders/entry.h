#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// C19: /orders/{order}/entry-check: may this person enter now? Every question is kept with its answer.
http::Response show_entry_check(Visit& visit);
http::Response post_entry_check(Visit& visit);
/// C19: /orders/{order}/brief: an order in brief for reception and front line, with who has read it.
http::Response show_brief(Visit& visit);
http::Response post_brief(Visit& visit);

}  // namespace doorstep::pages::orders
