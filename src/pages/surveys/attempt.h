#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

/// A try to reach somebody that did not end with answers.
http::Response show_attempt(Visit& visit);
http::Response post_attempt(Visit& visit);

}  // namespace doorstep::pages::surveys
