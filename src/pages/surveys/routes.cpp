#include "pages/surveys/routes.h"

#include "pages/surveys/attempt.h"
#include "pages/surveys/call.h"
#include "pages/surveys/comments.h"
#include "pages/surveys/concern.h"
#include "pages/surveys/online.h"
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
    post("/surveys/{survey}/link", Action::make_survey_call, post_survey_link);
    // The person themselves, by a link with a secret of its own.
    auto const anybody = Access::everyone();
    routes.push_back({Method::get, "/s/survey-done", anybody, show_online_done});
    routes.push_back({Method::get, "/s/survey/{token}", anybody, show_online});
    routes.push_back({Method::post, "/s/survey/{token}/decline", anybody, post_online_decline, Body::form});
    routes.push_back({Method::get, "/s/survey/{token}/questions/{question}", anybody, show_online_question});
    routes.push_back(
        {Method::post, "/s/survey/{token}/questions/{question}", anybody, post_online_question, Body::form});
    routes.push_back({Method::get, "/s/survey/{token}/check", anybody, show_online_answers});
    routes.push_back({Method::post, "/s/survey/{token}/check", anybody, post_online_answers, Body::form});
}

}  // namespace doorstep::pages::surveys
