#pragma once

#include "pages/visit.h"

namespace doorstep::pages::letters {

/// One letter: a draft to change, or what left and what became of it.
http::Response show_letter(Visit& visit);
/// Saves a draft and goes on to check it.
http::Response post_letter(Visit& visit);
http::Response post_cancellation(Visit& visit);
http::Response post_retry(Visit& visit);
http::Response post_told(Visit& visit);

}  // namespace doorstep::pages::letters
