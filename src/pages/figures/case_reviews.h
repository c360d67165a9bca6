#pragma once

#include "pages/visit.h"

/// The published numbers of ASB case reviews (V01).
namespace doorstep::pages::figures {

http::Response show_case_reviews(Visit& visit);
http::Response show_new_case_reviews(Visit& visit);
http::Response post_case_reviews(Visit& visit);

}  // namespace doorstep::pages::figures
