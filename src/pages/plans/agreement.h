#pragma once

#include "pages/visit.h"

namespace doorstep::pages::plans {

/// C16: /cases/{reference}/plan/agreement: how and when the draft was agreed, and with whom (M-84).
http::Response show_agreement(Visit& visit);
http::Response post_agreement(Visit& visit);

}  // namespace doorstep::pages::plans
