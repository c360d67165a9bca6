#include "figures/rounding.h"

#include <gtest/gtest.h>

#include "figures/wilson.h"

namespace doorstep::figures {
namespace {

TEST(Rounding, is_half_up_in_one_step) {
    EXPECT_EQ(decimal_half_up(1, 8, 2), "0.13") << "0.125";
    EXPECT_EQ(decimal_half_up(1, 20, 1), "0.1") << "0.05";
    EXPECT_EQ(decimal_half_up(249, 1000, 1), "0.2");
    EXPECT_EQ(decimal_half_up(2449, 10000, 1), "0.2") << "0.2449 is not first made 0.245 and then 0.3";
    EXPECT_EQ(decimal_half_up(0, 7, 1), "0.0");
    EXPECT_EQ(decimal_half_up(7, 7, 0), "1");
    EXPECT_EQ(decimal_half_up(123'000, 12'431, 1), "9.9");
}

TEST(PercentWords, say_all_and_none_only_when_it_is) {
    EXPECT_EQ(percent_words(41, 50), "82%");
    EXPECT_EQ(percent_words(13, 25), "52%");
    EXPECT_EQ(percent_words(1, 8), "13%");
    EXPECT_EQ(percent_words(50, 50), "100%");
    EXPECT_EQ(percent_words(0, 50), "0%");
    EXPECT_EQ(percent_words(249, 250), "99.6%");
    EXPECT_EQ(percent_words(1, 250), "0.4%");
    EXPECT_EQ(percent_words(99'999, 100'000), "more than 99.9%");
    EXPECT_EQ(percent_words(1, 100'000), "less than 0.1%");
}

// Worked out from the formula by another program; "52% of 25 answers may be anything from a third to 70%".
TEST(WilsonInterval, holds_the_true_share_and_stays_between_none_and_all) {
    auto const half = wilson_interval(13, 25);
    EXPECT_NEAR(half.lower, 0.3349852, 1e-6);
    EXPECT_NEAR(half.upper, 0.6996871, 1e-6);
    EXPECT_DOUBLE_EQ(wilson_interval(0, 5).lower, 0);
    EXPECT_NEAR(wilson_interval(0, 5).upper, 0.4344825, 1e-6);
    EXPECT_DOUBLE_EQ(wilson_interval(5, 5).upper, 1);
}

}  // namespace
}  // namespace doorstep::figures
