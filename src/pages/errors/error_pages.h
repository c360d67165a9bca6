#pragma once

#include "base/refusal.h"
#include "pages/visit.h"

/// Pages for what a form cannot put right (ux: states every page shares, E2 to E13). The same words in both
/// languages.
namespace doorstep::pages {

http::Response error_page(Visit& visit, Refusal const& refusal);
/// E11: a restricted case, for somebody who may open it with a reason. 403, or 422 when the reason is
/// missing.
http::Response restricted_page(Visit& visit, std::vector<Problem> const& problems = {});
/// 404 without a refusal: no such address.
http::Response page_not_found(Visit& visit);
/// 405
http::Response method_not_allowed(Visit& visit);
/// Our fault: with a reference that the log has too.
http::Response problem_with_the_service(Visit& visit, int status, std::string_view reference);

/// 503: the connection to the database broke while a change was being saved, and nobody can tell whether it
/// was.
http::Response look_before_you_try_again(Visit& visit);

/// Without a visit: when the database is away or the request could not be read. A whole document without
/// scripts or menu.
std::string bare_error_document(int status);

}  // namespace doorstep::pages
