#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// /your-account/calendar: one's own link for a calendar program; made, made anew, taken back.
http::Response show_calendar_link(Visit& visit);
http::Response post_calendar_link(Visit& visit);
/// GET /s/calendar/{token}: iCalendar, without signing in.
http::Response show_calendar(Visit& visit);

}  // namespace doorstep::pages::orders
