#include "pages/post/routes.h"

#include "pages/post/post.h"

namespace doorstep::pages::post {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const get = [&](char const* pattern, Handler handler) {
        routes.push_back({Method::get, pattern, Access::to(Action::print_post), std::move(handler)});
    };
    auto const post = [&](char const* pattern, Handler handler) {
        routes.push_back(
            {Method::post, pattern, Access::to(Action::print_post), std::move(handler), http::Body::form});
    };
    get("/post", show_post);
    post("/post", post_post);
    get("/post/print", show_print_run);
    get("/post/{letter}", show_post_letter);
    post("/post/{letter}/return", post_return);
}

}  // namespace doorstep::pages::post
