#pragma once

#include <optional>
#include <string_view>

namespace doorstep::domain::site {

/// White words on a landlord's colour need this much (WCAG 2.2, success criterion 1.4.3).
inline constexpr double least_contrast = 4.5;
/// Contrast of a "#rrggbb" colour with white, 1 to 21 (WCAG 2.2, relative luminance and contrast ratio);
/// nothing when it is not such a colour.
std::optional<double> contrast_with_white(std::string_view colour);

}  // namespace doorstep::domain::site
