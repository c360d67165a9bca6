#include "pages/letters/routes.h"

#include "pages/letters/check.h"
#include "pages/letters/letter.h"
#include "pages/letters/list.h"
#include "pages/letters/write.h"

namespace doorstep::pages::letters {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const get = [&](char const* pattern, Action action, Handler handler) {
        routes.push_back({Method::get, pattern, Access::to(action), std::move(handler)});
    };
    auto const post = [&](char const* pattern, Handler handler) {
        routes.push_back(
            {Method::post, pattern, Access::to(Action::work_case), std::move(handler), http::Body::form});
    };
    get("/cases/{reference}/letters", Action::see_protected_details, show_letters);
    get("/cases/{reference}/letters/new", Action::work_case, show_write_letter);
    post("/cases/{reference}/letters/new", post_write_letter);
    get("/cases/{reference}/letters/{letter}", Action::see_protected_details, show_letter);
    post("/cases/{reference}/letters/{letter}", post_letter);
    get("/cases/{reference}/letters/{letter}/check", Action::work_case, show_check);
    post("/cases/{reference}/letters/{letter}/check", post_check);
    post("/cases/{reference}/letters/{letter}/cancellation", post_cancellation);
    post("/cases/{reference}/letters/{letter}/retry", post_retry);
    post("/cases/{reference}/letters/{letter}/told", post_told);
}

}  // namespace doorstep::pages::letters
