#pragma once

#include "pages/visit.h"

namespace doorstep::pages::risk {

/// C14: /cases/{reference}/risk/new. The questions, then what they come to and whether that is right, then
/// saved: two steps of one form, so that nobody chooses a band before seeing the one worked out.
http::Response show_assess(Visit& visit);
http::Response post_assess(Visit& visit);

}  // namespace doorstep::pages::risk
