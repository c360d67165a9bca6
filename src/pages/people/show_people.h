#pragma once

#include "pages/visit.h"

namespace doorstep::pages::people {

/// C10: GET /cases/{reference}/people and /people/{person}
http::Response show_people(Visit& visit);
http::Response show_person(Visit& visit);
/// POST /cases/{reference}/people/{person}/address: shows it, and logs that it was shown.
http::Response post_show_address(Visit& visit);

}  // namespace doorstep::pages::people
