#pragma once

#include "pages/visit.h"

/// The survey, answered online by a link that works once (R41).
namespace doorstep::pages::surveys {

http::Response show_online(Visit& visit);
http::Response post_online_decline(Visit& visit);
http::Response show_online_question(Visit& visit);
http::Response post_online_question(Visit& visit);
http::Response show_online_answers(Visit& visit);
http::Response post_online_answers(Visit& visit);
http::Response show_online_done(Visit& visit);
/// For whoever makes the calls: a link, shown once.
http::Response post_survey_link(Visit& visit);

}  // namespace doorstep::pages::surveys
