#pragma once

#include "pages/visit.h"

namespace doorstep::pages::letters {

/// The check before it goes: what it would say, and whether it gives anybody away (M-59).
http::Response show_check(Visit& visit);
http::Response post_check(Visit& visit);

}  // namespace doorstep::pages::letters
