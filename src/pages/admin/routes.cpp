#include "pages/admin/routes.h"

#include "pages/admin/accounts.h"
#include "pages/admin/colleague.h"
#include "pages/admin/law.h"
#include "pages/admin/lists.h"
#include "pages/admin/settings_pages.h"
#include "pages/admin/standards.h"
#include "pages/admin/webhooks.h"
#include "pages/admin/wording.h"

namespace doorstep::pages::admin {

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
    get("/admin", Action::see_settings, show_health);

    get("/admin/accounts", Action::manage_accounts, show_accounts);
    get("/admin/accounts/new", Action::manage_accounts, show_new_account);
    post("/admin/accounts/new", Action::manage_accounts, post_new_account);
    get("/admin/accounts/{id}", Action::manage_accounts, show_account);
    get("/admin/accounts/{id}/sessions", Action::manage_accounts, show_account_sessions);
    post("/admin/accounts/{id}/sessions/{session}/end", Action::manage_accounts, post_end_account_session);
    get("/admin/accounts/{id}/edit", Action::manage_accounts, show_edit_account);
    post("/admin/accounts/{id}/edit", Action::manage_accounts, post_edit_account);
    get("/admin/accounts/{id}/sign-in-reset", Action::manage_accounts, show_sign_in_reset);
    post("/admin/accounts/{id}/sign-in-reset", Action::manage_accounts, post_sign_in_reset);
    get("/admin/accounts/{id}/disablement", Action::manage_accounts, show_disablement);
    post("/admin/accounts/{id}/disablement", Action::manage_accounts, post_disablement);
    post("/admin/accounts/{id}/enablement", Action::manage_accounts, post_enablement);
    get("/admin/accounts/{id}/leave/new", Action::manage_accounts, show_new_leave);
    post("/admin/accounts/{id}/leave/new", Action::manage_accounts, post_new_leave);
    get("/admin/accounts/{id}/places", Action::manage_accounts, show_look_after);
    post("/admin/accounts/{id}/places", Action::manage_accounts, post_look_after);
    get("/admin/accounts/{id}/qualifications/new", Action::manage_accounts, show_qualification);
    post("/admin/accounts/{id}/qualifications/new", Action::manage_accounts, post_qualification);
    get("/admin/accounts/{id}/qualifications/{qualification}", Action::manage_accounts, show_qualification);
    post("/admin/accounts/{id}/qualifications/{qualification}", Action::manage_accounts, post_qualification);
    get("/admin/teams", Action::manage_accounts, show_teams);
    post("/admin/teams", Action::manage_accounts, post_teams);

    get("/admin/lists", Action::manage_lists, show_lists);
    get("/admin/lists/{list}", Action::manage_lists, show_list);
    get("/admin/lists/{list}/new", Action::manage_lists, show_new_entry);
    post("/admin/lists/{list}/new", Action::manage_lists, post_new_entry);
    get("/admin/lists/{list}/{code}", Action::manage_lists, show_entry);
    post("/admin/lists/{list}/{code}", Action::manage_lists, post_entry);

    for (auto const& [list, address] : lists_with_address()) {
        auto const add = [&](Method method, std::string const& below, http::Response (*handler)(Visit&)) {
            routes.push_back({method, address + below, Access::to(Action::manage_lists),
                              for_list(list, handler),
                              method == Method::get ? http::Body::none : http::Body::form});
        };
        add(Method::get, "", show_list);
        add(Method::get, "/new", show_new_entry);
        add(Method::post, "/new", post_new_entry);
        add(Method::get, "/{code}", show_entry);
        add(Method::post, "/{code}", post_entry);
    }

    get("/admin/standards", Action::see_settings, show_standards);
    get("/admin/standards/{id}", Action::see_settings, show_standard);
    get("/admin/standards/{id}/proposals/new", Action::propose_standard, show_propose_standard);
    post("/admin/standards/{id}/proposals/new", Action::propose_standard, post_propose_standard);
    get("/admin/standards/proposals/{proposal}", Action::see_settings, show_proposal);
    post("/admin/standards/proposals/{proposal}", Action::approve_standard, post_proposal);

    get("/admin/law", Action::see_law, show_law);
    get("/admin/law/{id}", Action::see_law, show_provision);
    get("/admin/law/{id}/proposals/new", Action::propose_standard, show_propose_start);
    post("/admin/law/{id}/proposals/new", Action::propose_standard, post_propose_start);
    get("/admin/law/proposals/{proposal}", Action::see_law, show_start_proposal);
    post("/admin/law/proposals/{proposal}", Action::approve_standard, post_start_proposal);

    for (auto const* sets : {"/admin/risk-sets", "/admin/survey-sets"}) {
        auto const version = std::string(sets) + "/{version}";
        get(sets, Action::see_settings, show_question_sets);
        get(version.c_str(), Action::see_settings, show_question_set);
    }
    get("/admin/risk-sets/proposals/new", Action::manage_question_sets, show_propose_questions);
    post("/admin/risk-sets/proposals/new", Action::manage_question_sets, post_propose_questions);
    get("/admin/question-sets", Action::see_settings, moved_question_sets);
    get("/admin/question-sets/{code}/{version}", Action::see_settings, moved_question_sets);
    get("/admin/wording", Action::manage_wording, show_wordings);
    get("/admin/wording/{code}", Action::manage_wording, show_wording);
    get("/admin/wording/{code}/{language}", Action::manage_wording, show_change_wording);
    post("/admin/wording/{code}/{language}", Action::manage_wording, post_change_wording);

    get("/admin/site", Action::manage_site, show_look);
    post("/admin/site", Action::manage_site, post_look);
    get("/admin/webhooks", Action::manage_site, show_webhooks);
    get("/admin/webhooks/new", Action::manage_site, show_new_webhook);
    post("/admin/webhooks/new", Action::manage_site, post_new_webhook);
    get("/admin/webhooks/{webhook}", Action::manage_site, show_webhook);
    post("/admin/webhooks/{webhook}/switch", Action::manage_site, post_switch_webhook);
    post("/admin/webhooks/{webhook}/replay", Action::manage_site, post_replay_webhook);
    get("/admin/publication", Action::manage_site, show_publication);
    post("/admin/publication", Action::manage_site, post_publication);
    post("/admin/publication/measures", Action::manage_site, post_collected_from);
    get("/admin/audit", Action::see_audit, show_audit);
}

}  // namespace doorstep::pages::admin
