#pragma once

#include "pages/visit.h"

namespace doorstep::pages::team {

/// Who is away when, and who covers (T03).
http::Response show_absences(Visit& visit);
http::Response show_new_absence(Visit& visit);
http::Response post_new_absence(Visit& visit);
/// One absence with what falls due in it.
http::Response show_absence(Visit& visit);

}  // namespace doorstep::pages::team
