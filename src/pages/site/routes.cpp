#include "pages/site/routes.h"

#include "pages/site/leave.h"
#include "pages/site/start.h"
#include "pages/site/words.h"

namespace doorstep::pages::site {

void add_routes(Routes& routes) {
    using http::Access;
    using http::Method;
    auto const get = [&](std::string path, Handler handler) {
        routes.push_back({Method::get, std::move(path), Access::everyone(), std::move(handler)});
    };
    get("/", show_start);
    get("/exit", leave);
    get("/help", show_help_topics);
    get("/help/{topic}", show_help);
    get("/contact", words_page("contact"));
    get("/accessibility", words_page("accessibility"));
    get("/privacy", words_page("privacy"));
    get("/cookies", words_page("cookies"));
    get("/terms", words_page("terms"));
}

}  // namespace doorstep::pages::site
