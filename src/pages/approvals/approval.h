#pragma once

#include "pages/visit.h"

namespace doorstep::pages::approvals {

/// T05: /approvals/{approval}
http::Response show_approval(Visit& visit);
http::Response post_approval(Visit& visit);

}  // namespace doorstep::pages::approvals
