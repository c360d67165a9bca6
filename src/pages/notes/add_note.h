#pragma once

#include "pages/visit.h"

namespace doorstep::pages::notes {

http::Response show_add_note(Visit& visit);
http::Response post_add_note(Visit& visit);

}  // namespace doorstep::pages::notes
