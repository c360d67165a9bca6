#pragma once

#include "pages/visit.h"

/// Accounts of the people who sign in (A02).
namespace doorstep::pages::admin {

/// GET /admin/accounts
http::Response show_accounts(Visit& visit);
/// GET and POST /admin/accounts/new
http::Response show_new_account(Visit& visit);
http::Response post_new_account(Visit& visit);
/// GET /admin/accounts/{id}
http::Response show_account(Visit& visit);
/// GET /admin/accounts/{id}/sessions, POST /admin/accounts/{id}/sessions/{session}/end
http::Response show_account_sessions(Visit& visit);
http::Response post_end_account_session(Visit& visit);
/// GET and POST /admin/accounts/{id}/edit
http::Response show_edit_account(Visit& visit);
http::Response post_edit_account(Visit& visit);

/// GET and POST /admin/accounts/{id}/sign-in-reset
http::Response show_sign_in_reset(Visit& visit);
http::Response post_sign_in_reset(Visit& visit);
/// GET and POST /admin/accounts/{id}/disablement, POST /admin/accounts/{id}/enablement
http::Response show_disablement(Visit& visit);
http::Response post_disablement(Visit& visit);
http::Response post_enablement(Visit& visit);
/// GET and POST /admin/accounts/{id}/leave/new
http::Response show_new_leave(Visit& visit);
http::Response post_new_leave(Visit& visit);

/// GET and POST /admin/teams
http::Response show_teams(Visit& visit);
http::Response post_teams(Visit& visit);

}  // namespace doorstep::pages::admin
