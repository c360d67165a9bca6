#pragma once

#include "pages/visit.h"

namespace doorstep::pages::surveys {

/// One survey: how it stands, every try, and the answers once it is done.
http::Response show_results(Visit& visit);
/// A manager followed up that somebody was upset.
http::Response post_follow_up(Visit& visit);

}  // namespace doorstep::pages::surveys
