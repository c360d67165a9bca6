#include "pages/figures/routes.h"

#include "pages/figures/all_figures.h"
#include "pages/figures/behind.h"
#include "pages/figures/case_reviews.h"
#include "pages/figures/measure.h"
#include "pages/figures/performance.h"
#include "pages/figures/said_done.h"

namespace doorstep::pages::figures {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    auto const get = [&](char const* pattern, Access access, Handler handler) {
        routes.push_back({http::Method::get, pattern, access, std::move(handler)});
    };
    get("/figures", Access::to(Action::see_figures), show_figures);
    get("/figures/data.csv", Access::to(Action::see_figures), download_figures);
    get("/figures/data.xlsx", Access::to(Action::see_figures), download_workbook);
    get("/figures/data.json", Access::to(Action::see_figures), download_json);
    get("/figures/said-done", Access::to(Action::see_figures), show_said_done);
    get("/figures/{measure}", Access::to(Action::see_figures), show_measure);
    get("/figures/{measure}/cases", Access::to(Action::see_figures), show_behind);
    get("/performance", Access::everyone(), show_performance);
    get("/performance/case-reviews", Access::everyone(), show_case_reviews);
    get("/performance/case-reviews/new", Access::to(Action::write_papers), show_new_case_reviews);
    routes.push_back({http::Method::post, "/performance/case-reviews/new", Access::to(Action::write_papers),
                      post_case_reviews, http::Body::form});
    get("/performance/{period}", Access::everyone(), show_performance);
    get("/performance/{period}/data.csv", Access::everyone(), download_performance);
}

}  // namespace doorstep::pages::figures
