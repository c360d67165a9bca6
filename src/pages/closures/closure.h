#pragma once

#include "pages/visit.h"

namespace doorstep::pages::closures {

/// C30: /cases/{reference}/closure. What is left, then the form; who decides while a manager does; how it
/// ended once the case is closed.
http::Response show_closure(Visit& visit);
http::Response post_closure(Visit& visit);
/// POST /cases/{reference}/closure/withdrawal: taking back one's own request.
http::Response post_withdrawal(Visit& visit);

}  // namespace doorstep::pages::closures
