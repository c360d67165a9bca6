#pragma once

#include <string>
#include <vector>

#include "pages/visit.h"
#include "usecases/accounts/manage_accounts.h"

namespace doorstep::pages::admin {

/// Name, how to reach them, team and roles: for a new account and for changing one.
forms::Form<usecases::accounts::AccountDetails> const& account_form();
forms::Choices account_choices(std::vector<storage::teams::TeamWithMembers> const& teams);
usecases::accounts::AccountDetails details_of(domain::accounts::Account const& account);

/// Tells a starting password, once.
http::Response starting_password_page(Visit& visit, std::string const& name,
                                      usecases::accounts::StartingPassword const& made);

}  // namespace doorstep::pages::admin
