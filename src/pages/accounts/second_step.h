#pragma once

#include <string>
#include <vector>

#include "pages/visit.h"

namespace doorstep::pages::accounts {

/// GET and POST /staff/second-step/new: a key for an app, confirmed with a code. The recovery codes come in
/// the answer to the POST, once: they are not kept, so there is nowhere to redirect to.
http::Response show_second_step(Visit& visit);
http::Response post_second_step(Visit& visit);

/// "Keep these codes", with where to go on.
http::Response recovery_codes_page(Visit& visit, std::vector<std::string> const& codes,
                                   std::string const& next);

}  // namespace doorstep::pages::accounts
