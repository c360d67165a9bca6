#pragma once

#include <string>
#include <string_view>

#include "domain/site/colour.h"

namespace doorstep::pages {

/// A style sheet that sets a landlord's colour. The colour is "#rrggbb" and has passed contrast_with_white.
std::string brand_style_sheet(std::string_view colour);
using domain::site::contrast_with_white;

}  // namespace doorstep::pages
