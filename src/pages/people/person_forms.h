#pragma once

#include "pages/visit.h"

/// The forms about people of a case (C10).
namespace doorstep::pages::people {

/// /cases/{reference}/people/new
http::Response show_add(Visit& visit);
http::Response post_add(Visit& visit);
/// /cases/{reference}/people/{person}/edit
http::Response show_edit(Visit& visit);
http::Response post_edit(Visit& visit);
/// /cases/{reference}/people/{person}/safe-contact
http::Response show_safe_contact(Visit& visit);
http::Response post_safe_contact(Visit& visit);
/// /cases/{reference}/people/{person}/officers: told who deals with the case (M-80)
http::Response show_officers(Visit& visit);
http::Response post_officers(Visit& visit);
/// /cases/{reference}/people/{person}/rights: told of the Victims' Code (M-82)
http::Response show_rights(Visit& visit);
http::Response post_rights(Visit& visit);
/// /cases/{reference}/people/{person}/rights-letter: the notice goes by letter or e-mail
http::Response show_rights_letter(Visit& visit);
http::Response post_rights_letter(Visit& visit);
/// /cases/{reference}/people/{person}/leaving
http::Response show_leaving(Visit& visit);
http::Response post_leaving(Visit& visit);
/// /cases/{reference}/people/{person}/markers/new and /markers/{marker}/end
http::Response show_add_marker(Visit& visit);
http::Response post_add_marker(Visit& visit);
http::Response show_end_marker(Visit& visit);
http::Response post_end_marker(Visit& visit);

/// /cases/{reference}/people/{person}/exclusions/new and /exclusions/{exclusion}/end
http::Response show_add_exclusion(Visit& visit);
http::Response post_add_exclusion(Visit& visit);
http::Response show_end_exclusion(Visit& visit);
http::Response post_end_exclusion(Visit& visit);

}  // namespace doorstep::pages::people
