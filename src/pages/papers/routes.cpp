#include "pages/papers/routes.h"

#include "pages/papers/papers.h"

namespace doorstep::pages::papers {

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
    get("/papers", Action::see_papers, show_papers);
    get("/papers/new", Action::write_papers, show_new_paper);
    post("/papers/new", Action::write_papers, post_new_paper);
    get("/papers/{paper}", Action::see_papers, show_paper);
    get("/papers/{paper}/read", Action::see_papers, show_reading);
    post("/papers/{paper}/questions", Action::see_papers, post_paper_question);
    get("/papers/{paper}/download/{format}", Action::see_papers, download_paper);
    get("/papers/{paper}/check", Action::write_papers, show_check);
    get("/papers/{paper}/details", Action::write_papers, show_details);
    post("/papers/{paper}/details", Action::write_papers, post_details);
    get("/papers/{paper}/sections/{section}", Action::write_papers, show_section);
    post("/papers/{paper}/sections/{section}", Action::write_papers, post_section);
    get("/papers/{paper}/partners", Action::write_papers, show_partners);
    post("/papers/{paper}/partners", Action::write_papers, post_partners);
    get("/papers/{paper}/approval", Action::write_papers, show_approval);
    post("/papers/{paper}/approval", Action::approve_papers, post_approval);
    post("/papers/{paper}/approval/send", Action::write_papers, post_send);
    post("/papers/{paper}/approval/return", Action::write_papers, post_return);
    get("/papers/{paper}/issue", Action::write_papers, show_issue);
    post("/papers/{paper}/issue", Action::write_papers, post_issue);
    get("/papers/{paper}/correction", Action::write_papers, show_correction);
    post("/papers/{paper}/correction", Action::write_papers, post_correction);
}

}  // namespace doorstep::pages::papers
