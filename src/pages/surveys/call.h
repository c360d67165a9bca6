#pragma once

#include "pages/visit.h"

/// A survey call (B02): who to ring and what to say, one question a page, then the answers to check.
namespace doorstep::pages::surveys {

http::Response show_call(Visit& visit);
http::Response post_call(Visit& visit);
http::Response show_question(Visit& visit);
http::Response post_question(Visit& visit);
http::Response show_answers(Visit& visit);
http::Response post_answers(Visit& visit);

}  // namespace doorstep::pages::surveys
