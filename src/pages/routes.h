#pragma once

#include "pages/visit.h"

namespace doorstep::pages {

/// Every page of the site, feature by feature.
Routes all_routes();

}  // namespace doorstep::pages
