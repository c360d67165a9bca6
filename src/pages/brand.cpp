#include "pages/brand.h"

#include "base/assert.h"

namespace doorstep::pages {

std::string brand_style_sheet(std::string_view colour) {
    DOORSTEP_ASSERT(contrast_with_white(colour).has_value(), "not a colour");
    return ":root{--govuk-brand-colour:" + std::string(colour) + "}\n";
}

}  // namespace doorstep::pages
