#pragma once

#include "pages/visit.h"

/// Meetings of tenant members (C34), the panel's home (V03) and published minutes (V04).
namespace doorstep::pages::meetings {

http::Response show_meetings(Visit& visit);
http::Response show_new_meeting(Visit& visit);
http::Response post_new_meeting(Visit& visit);
http::Response show_meeting(Visit& visit);
http::Response show_meeting_details(Visit& visit);
/// What members asked between meetings comes onto the agenda.
http::Response post_meeting_questions(Visit& visit);
http::Response post_meeting_details(Visit& visit);
http::Response show_attendance(Visit& visit);
http::Response post_attendance(Visit& visit);
http::Response show_new_item(Visit& visit);
http::Response post_new_item(Visit& visit);
http::Response show_item(Visit& visit);
http::Response post_item(Visit& visit);
http::Response post_remove_item(Visit& visit);
/// What there is to look at before they are published, and the act.
http::Response show_minutes(Visit& visit);
http::Response post_minutes(Visit& visit);
http::Response read_minutes(Visit& visit);
/// "html", "pdf" or "docx"; with "?pack=catch-up" for a member who missed it.
http::Response download_minutes(Visit& visit);

http::Response show_panel(Visit& visit);
http::Response show_new_question(Visit& visit);
http::Response post_new_question(Visit& visit);
http::Response show_question(Visit& visit);
http::Response post_question(Visit& visit);

}  // namespace doorstep::pages::meetings
