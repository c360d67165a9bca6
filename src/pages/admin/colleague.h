#pragma once

#include "pages/visit.h"
#include "usecases/accounts/manage_accounts.h"

/// What a colleague looks after, and their qualifications (A02).
namespace doorstep::pages::admin {

/// For the account's own page.
Html colleague_facts(Visit& visit, domain::accounts::Account const& account);

/// GET and POST /admin/accounts/{id}/places
http::Response show_look_after(Visit& visit);
http::Response post_look_after(Visit& visit);
/// GET and POST /admin/accounts/{id}/qualifications/new and
/// /admin/accounts/{id}/qualifications/{qualification}
http::Response show_qualification(Visit& visit);
http::Response post_qualification(Visit& visit);

}  // namespace doorstep::pages::admin
