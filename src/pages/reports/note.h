#pragma once

#include "pages/visit.h"

/// H02: a thirty-second note of something seen on a visit, with photos. It goes to triage.
namespace doorstep::pages::reports {

// GET and POST /notes/new
http::Response show_note(Visit& visit);
http::Response post_note(Visit& visit);

}  // namespace doorstep::pages::reports
