#include "pages/team/routes.h"

#include "pages/team/absences.h"
#include "pages/team/reassignment.h"
#include "pages/team/team.h"

namespace doorstep::pages::team {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const get = [&](char const* pattern, Action action, Handler handler) {
        routes.push_back({Method::get, pattern, Access::to(action), std::move(handler)});
    };
    auto const post = [&](char const* pattern, Action action, Handler handler) {
        routes.push_back({Method::post, pattern, Access::to(action), std::move(handler), http::Body::form});
    };
    get("/team", Action::see_team, show_team);
    get("/team/cases", Action::see_team, show_team_cases);
    get("/team/reassignment", Action::reassign_cases, show_reassignment);
    post("/team/reassignment", Action::reassign_cases, post_reassignment);
    get("/team/absences", Action::record_absence, show_absences);
    get("/team/absences/new", Action::record_absence, show_new_absence);
    post("/team/absences/new", Action::record_absence, post_new_absence);
    get("/team/absences/{absence}", Action::record_absence, show_absence);
}

}  // namespace doorstep::pages::team
