#pragma once

#include "pages/visit.h"

namespace doorstep::pages::team {

/// Who has how much (T01).
http::Response show_team(Visit& visit);
/// The cases behind one of its numbers, in a list named after it.
http::Response show_team_cases(Visit& visit);

}  // namespace doorstep::pages::team
