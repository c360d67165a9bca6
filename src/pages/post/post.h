#pragma once

#include "pages/visit.h"

namespace doorstep::pages::post {

/// Letters to print and post today, those that left, those that came back (B05).
http::Response show_post(Visit& visit);
http::Response post_post(Visit& visit);
/// Every letter that waits, each on a sheet of its own.
http::Response show_print_run(Visit& visit);
/// One letter, to print, and to say that it came back.
http::Response show_post_letter(Visit& visit);
http::Response post_return(Visit& visit);

}  // namespace doorstep::pages::post
