#include "figures/nm01.h"

#include <gtest/gtest.h>

namespace doorstep::figures {
namespace {

TEST(Nm01, is_cases_for_each_thousand_homes) {
    auto const rate = nm01_rate("583", "25,351");
    ASSERT_TRUE(rate);
    EXPECT_NEAR(rate->exact(), 22.997120429174391, 1e-13);
    EXPECT_EQ(rate->published(), "23.0");
    EXPECT_EQ(nm01_rate("123", "12431")->published(), "9.9");
    EXPECT_EQ(nm01_rate("0", "10")->published(), "0.0");
}

TEST(Nm01, is_rounded_half_up_from_the_counts) {
    EXPECT_EQ(nm01_rate("1", "20000")->published(), "0.1") << "exactly 0.05";
    EXPECT_EQ(nm01_rate("9", "4000")->published(), "2.3")
        << "exactly 2.25, which no double of tenths can hold";
    EXPECT_EQ(nm01_rate("2449", "1000000")->published(), "2.4") << "2.449 is not 2.45";
}

TEST(Nm01, is_nothing_where_a_count_is_missing) {
    for (auto const* missing : {"", " ", "[X]", "[E]", "[Z]", "n/a", "-3", "12.5"}) {
        EXPECT_FALSE(nm01_rate(missing, "1000")) << missing;
        EXPECT_FALSE(nm01_rate("10", missing)) << missing;
    }
    EXPECT_FALSE(nm01_rate("10", "0"));
}

}  // namespace
}  // namespace doorstep::figures
