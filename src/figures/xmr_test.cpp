#include "figures/xmr.h"

#include <gtest/gtest.h>

namespace doorstep::figures {
namespace {

using Values = std::vector<double>;
Values const steady{52, 47, 55, 49, 51, 46, 53, 50, 48, 54, 51, 49};

Values then(Values values, Values const& more) {
    values.insert(values.end(), more.begin(), more.end());
    return values;
}
void expect_limits(Xmr const& found, double mean, double lower, double upper) {
    EXPECT_NEAR(found.mean, mean, 1e-6);
    EXPECT_NEAR(found.lower, lower, 1e-6);
    EXPECT_NEAR(found.upper, upper, 1e-6);
}

TEST(Xmr, finds_nothing_in_chance) {
    auto const found = xmr(steady);
    ASSERT_TRUE(found);
    expect_limits(*found, 50.416667, 38.567576, 62.265758);
    EXPECT_TRUE(found->flags.empty());
}

TEST(Xmr, names_the_first_rule_that_holds_for_each_point) {
    auto const found = xmr(then(steady, {62, 61, 63, 60, 64, 62, 61}), {.baseline = 12});
    ASSERT_TRUE(found);
    expect_limits(*found, 50.416667, 38.567576, 62.265758);
    EXPECT_EQ(found->flags, (std::vector<XmrPoint>{{12, XmrFlag::two_of_three},
                                                   {13, XmrFlag::two_of_three},
                                                   {14, XmrFlag::beyond_limit},
                                                   {15, XmrFlag::two_of_three},
                                                   {16, XmrFlag::beyond_limit},
                                                   {17, XmrFlag::two_of_three},
                                                   {18, XmrFlag::two_of_three}}));
}

TEST(Xmr, leaves_out_a_leap_when_it_makes_the_limits) {
    auto values = steady;
    values[11] = 90;
    values = then(values, {49, 50});
    auto const screened = xmr(values);
    expect_limits(*screened, 53.214286, 41.607013, 64.821558);
    EXPECT_EQ(screened->flags, (std::vector<XmrPoint>{{11, XmrFlag::beyond_limit}}));
    expect_limits(*xmr(values, {.baseline = {}, .screens = false}), 53.214286, 27.023516, 79.405055);
}

TEST(Xmr, finds_seven_that_rise) {
    auto const found = xmr({50, 48, 51, 49, 41, 43, 45, 47, 49, 51, 53, 50, 48, 51});
    expect_limits(*found, 48.285714, 41.124176, 55.447253);
    ASSERT_EQ(found->flags.size(), 7U);
    EXPECT_EQ(found->flags[0], (XmrPoint{4, XmrFlag::beyond_limit}));
    for (std::size_t n = 1; n < 7; ++n) EXPECT_EQ(found->flags[n], (XmrPoint{n + 4, XmrFlag::seven_rising}));
}

TEST(Xmr, asks_that_all_three_lie_on_one_side) {
    auto const found = xmr({50, 52, 48, 51, 49, 50, 51, 49, 50, 52, 57, 50, 57, 49, 50, 51, 49, 48, 50, 51});
    expect_limits(*found, 50.7, 43.28, 58.12);
    EXPECT_TRUE(found->flags.empty());
}

TEST(Xmr, finds_seven_on_one_side_of_the_mean) {
    auto const found =
        xmr({50, 54, 50, 54, 50, 54, 50, 54, 50, 54, 50, 54, 53, 54, 53, 54, 53, 54, 53}, {.baseline = 12});
    ASSERT_FALSE(found->flags.empty());
    for (auto const& point : found->flags) EXPECT_EQ(point.flag, XmrFlag::seven_above);
    EXPECT_EQ(found->flags.front().index, 11U);
    EXPECT_EQ(found->flags.size(), 8U);
}

TEST(Xmr, has_no_limits_with_fewer_than_twelve_points) {
    EXPECT_FALSE(xmr(Values(11, 50)));
    EXPECT_FALSE(xmr(Values(20, 50), {.baseline = 11}));
}

TEST(Xmr, has_limits_at_the_mean_when_nothing_moves) {
    auto const found = xmr(Values(12, 50));
    expect_limits(*found, 50, 50, 50);
    EXPECT_TRUE(found->flags.empty());
}

}  // namespace
}  // namespace doorstep::figures
