#include "pages/meetings/routes.h"

#include "pages/meetings/meetings.h"

namespace doorstep::pages::meetings {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const get = [&](char const* pattern, Action action, Handler handler) {
        routes.push_back({Method::get, pattern, Access::to(action), std::move(handler)});
    };
    auto const post = [&](char const* pattern, Action action, Handler handler) {
        routes.push_back({Method::post, pattern, Access::to(action), std::move(handler), Body::form});
    };
    get("/meetings", Action::see_panel, show_meetings);
    get("/meetings/new", Action::work_meetings, show_new_meeting);
    post("/meetings/new", Action::work_meetings, post_new_meeting);
    get("/meetings/{meeting}", Action::work_meetings, show_meeting);
    get("/meetings/{meeting}/edit", Action::work_meetings, show_meeting_details);
    post("/meetings/{meeting}/edit", Action::work_meetings, post_meeting_details);
    post("/meetings/{meeting}/questions", Action::work_meetings, post_meeting_questions);
    get("/meetings/{meeting}/attendance", Action::work_meetings, show_attendance);
    post("/meetings/{meeting}/attendance", Action::work_meetings, post_attendance);
    get("/meetings/{meeting}/items/new", Action::work_meetings, show_new_item);
    post("/meetings/{meeting}/items/new", Action::work_meetings, post_new_item);
    get("/meetings/{meeting}/items/{item}", Action::work_meetings, show_item);
    post("/meetings/{meeting}/items/{item}", Action::work_meetings, post_item);
    post("/meetings/{meeting}/items/{item}/remove", Action::work_meetings, post_remove_item);
    get("/meetings/{meeting}/minutes", Action::work_meetings, show_minutes);
    post("/meetings/{meeting}/minutes", Action::work_meetings, post_minutes);
    get("/meetings/{meeting}/minutes/read", Action::see_panel, read_minutes);
    get("/meetings/{meeting}/minutes/download/{format}", Action::see_panel, download_minutes);
    get("/panel", Action::see_panel, show_panel);
    get("/panel/questions/new", Action::ask_panel_question, show_new_question);
    post("/panel/questions/new", Action::ask_panel_question, post_new_question);
    get("/panel/questions/{question}", Action::work_meetings, show_question);
    post("/panel/questions/{question}", Action::work_meetings, post_question);
}

}  // namespace doorstep::pages::meetings
