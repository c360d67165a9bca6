#include "pages/reports/routes.h"

#include "pages/reports/asides.h"
#include "pages/reports/check.h"
#include "pages/reports/device_drafts.h"
#include "pages/reports/evidence.h"
#include "pages/reports/journey.h"
#include "pages/reports/note.h"
#include "pages/reports/save.h"
#include "pages/reports/taken.h"
#include "pages/reports/taken_files.h"

namespace doorstep::pages::reports {
namespace {

/// Two of the largest files at once; each is held to the landlord's own limit afterwards.
constexpr std::uint64_t upload_limit = 420'000'000;

void add_routes_of_staff(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const get = [&](std::string path, Action action, Handler handler) {
        routes.push_back({Method::get, std::move(path), Access::to(action), std::move(handler)});
    };
    auto const post = [&](std::string path, Action action, Handler handler) {
        routes.push_back({Method::post, std::move(path), Access::to(action), std::move(handler), Body::form});
    };
    get("/reports/new", Action::take_report, show_taken_list);
    post("/reports/new", Action::take_report, post_taken_list);
    get("/reports/new/{draft}/check", Action::take_report, show_taken_check);
    post("/reports/new/{draft}/check", Action::take_report, post_taken_check);
    get("/reports/new/{draft}/sent", Action::take_report, show_taken_sent);
    post("/reports/new/{draft}/remove", Action::take_report, remove_taken);
    routes.push_back({Method::post, "/reports/new/{draft}/evidence", Access::to(Action::take_report),
                      post_taken_files, Body::upload, upload_limit});
    post("/reports/new/{draft}/evidence/remove", Action::take_report, remove_taken_file);
    get("/reports/new/{draft}/{group}", Action::take_report, show_taken_group);
    post("/reports/new/{draft}/{group}", Action::take_report, post_taken_group);
    get("/notes/new", Action::log_note, show_note);
    routes.push_back(
        {Method::post, "/notes/new", Access::to(Action::log_note), post_note, Body::upload, upload_limit});
}

}  // namespace

void add_routes(Routes& routes) {
    using http::Access;
    using http::Body;
    using http::Method;
    auto const get = [&](std::string path, Handler handler) {
        routes.push_back({Method::get, std::move(path), Access::everyone(), std::move(handler)});
    };
    auto const post = [&](std::string path, Handler handler) {
        routes.push_back({Method::post, std::move(path), Access::everyone(), std::move(handler), Body::form});
    };
    get("/report/check", show_check);
    post("/report/check", post_check);
    get("/report/sent", show_sent);
    get("/report/elsewhere", show_elsewhere);
    get("/report/save", show_save);
    post("/report/save", post_save);
    post("/report/save/close", post_close);
    get("/report/resume", show_resume);
    post("/report/resume", post_resume);
    get("/s/{token}", show_link);
    get("/offline", show_offline);
    get("/drafts", show_device_drafts);
    post("/drafts", post_device_draft);
    routes.push_back(
        {Method::post, "/report/evidence", Access::everyone(), post_evidence, Body::upload, upload_limit});
    post("/report/evidence/remove", remove_evidence);
    get("/report/{step}", show_step);
    post("/report/{step}", post_step);
    add_routes_of_staff(routes);
}

}  // namespace doorstep::pages::reports
