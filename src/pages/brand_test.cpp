#include "pages/brand.h"

#include <gtest/gtest.h>

namespace doorstep::pages {
namespace {

TEST(BrandContrast, is_the_published_ratio) {
    EXPECT_NEAR(*contrast_with_white("#000000"), 21.0, 0.001);
    EXPECT_NEAR(*contrast_with_white("#FFFFFF"), 1.0, 0.001);
    // #767676 is the lightest grey that passes 4.5.
    EXPECT_GE(*contrast_with_white("#767676"), 4.5);
    EXPECT_LT(*contrast_with_white("#777777"), 4.5);
    EXPECT_GE(*contrast_with_white("#0b4f4a"), 4.5);
}

TEST(BrandContrast, knows_only_six_digit_colours) {
    for (auto const* not_a_colour : {"", "#fff", "0b4f4a", "#0b4f4", "#0b4f4ag", "#0b4f4x", "red;}body{"})
        EXPECT_FALSE(contrast_with_white(not_a_colour)) << not_a_colour;
}

TEST(BrandStyleSheet, sets_the_colour_and_takes_nothing_else) {
    EXPECT_EQ(brand_style_sheet("#123abc"), ":root{--govuk-brand-colour:#123abc}\n");
    EXPECT_THROW(brand_style_sheet("red;}body{display:none"), std::logic_error);
}

}  // namespace
}  // namespace doorstep::pages
