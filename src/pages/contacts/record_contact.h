#pragma once

#include "pages/visit.h"

namespace doorstep::pages::contacts {

/// C15: GET and POST /cases/{reference}/contacts/new
http::Response show_record_contact(Visit& visit);
http::Response post_record_contact(Visit& visit);

}  // namespace doorstep::pages::contacts
