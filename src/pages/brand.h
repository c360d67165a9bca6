#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace doorstep::pages {

/// A style sheet that sets a landlord's colour. The colour is "#rrggbb" and has passed contrast_with_white.
std::string brand_style_sheet(std::string_view colour);
/// Contrast of a "#rrggbb" colour with white, 1 to 21 (WCAG 2.2, relative luminance and contrast ratio);
/// nothing when it is not such a colour. White words on it need 4.5 (success criterion 1.4.3).
std::optional<double> contrast_with_white(std::string_view colour);

}  // namespace doorstep::pages
