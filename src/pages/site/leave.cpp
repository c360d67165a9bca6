#include "pages/site/leave.h"

#include "usecases/accounts/session.h"
#include "usecases/reports/drafts.h"
#include "usecases/settings.h"

namespace doorstep::pages::site {

http::Response leave(Visit& visit) {
    http::Response response;
    response.status = 303;
    response.headers.emplace_back("Location", visit.context.settings().site().exit_page);
    auto const from = visit.request.headers.value("sec-fetch-site");
    if (from == "cross-site" || from == "same-site") return response;

    usecases::reports::leave_draft(visit.context, visit.request.cookies.value("draft"));
    if (!visit.session.token.empty()) (void)usecases::accounts::sign_out(visit.context, visit.session.token);
    // Not "cookies": that would sign people out of the landlord's other sites too.
    response.headers.emplace_back("Clear-Site-Data", "\"storage\"");
    for (auto const* name : {"draft", "session", "earlier", "notice", "visitor"})
        response.cookies.push_back({.name = name, .value = "", .max_age = 0});
    return response;
}

}  // namespace doorstep::pages::site
