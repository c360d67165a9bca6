#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

/// Compliments, observations and concerns (B04).
http::Response show_comments(Visit& visit);
http::Response show_comment(Visit& visit);
http::Response post_comment(Visit& visit);

}  // namespace doorstep::pages::surveys
