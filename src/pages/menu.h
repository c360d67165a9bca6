#pragma once

#include <string>
#include <vector>

#include "domain/access/viewer.h"
#include "pages/layout.h"
#include "usecases/context.h"

namespace doorstep::pages {

/// The service navigation of this viewer's roles (ux: menus), with what waits in triage and approvals. Leaves
/// out what a use-case would refuse. One statement for all counts.
std::vector<MenuItem> menu_for(usecases::Context& context);
std::vector<MenuItem> account_links(domain::access::Viewer const& viewer);
/// "ASB officer, Administrator"
std::string role_words(domain::access::Roles roles);
/// Where this viewer begins after signing in.
std::string home_for(domain::access::Viewer const& viewer);

}  // namespace doorstep::pages
