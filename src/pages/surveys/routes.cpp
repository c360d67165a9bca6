#include "pages/surveys/routes.h"

#include "pages/surveys/attempt.h"
#include "pages/surveys/call.h"
#include "pages/surveys/comments.h"
#include "pages/surveys/concern.h"
#include "pages/surveys/paper.h"
#include "pages/surveys/queue.h"
#include "pages/surveys/results.h"

namespace doorstep::pages::surveys {

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
    get("/surveys", Action::see_surveys, show_queue);
    get("/surveys/comments", Action::sort_comments, show_comments);
    get("/surveys/comments/{comment}", Action::sort_comments, show_comment);
    post("/surveys/comments/{comment}", Action::sort_comments, post_comment);
    get("/surveys/{survey}", Action::see_surveys, show_results);
    post("/surveys/{survey}/concern/follow-up", Action::approve, post_follow_up);
    get("/surveys/{survey}/call", Action::make_survey_call, show_call);
    post("/surveys/{survey}/call", Action::make_survey_call, post_call);
    get("/surveys/{survey}/call/answers", Action::make_survey_call, show_answers);
    post("/surveys/{survey}/call/answers", Action::make_survey_call, post_answers);
    get("/surveys/{survey}/call/{question}", Action::make_survey_call, show_question);
    post("/surveys/{survey}/call/{question}", Action::make_survey_call, post_question);
    get("/surveys/{survey}/paper", Action::make_survey_call, show_paper);
    post("/surveys/{survey}/paper", Action::make_survey_call, post_paper);
    get("/surveys/{survey}/attempts/new", Action::make_survey_call, show_attempt);
    post("/surveys/{survey}/attempts/new", Action::make_survey_call, post_attempt);
    get("/surveys/{survey}/concern", Action::make_survey_call, show_concern);
    post("/surveys/{survey}/concern", Action::make_survey_call, post_concern);
}

}  // namespace doorstep::pages::surveys
