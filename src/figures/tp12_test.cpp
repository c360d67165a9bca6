#include "figures/tp12.h"

#include <gtest/gtest.h>

namespace doorstep::figures {
namespace {

TEST(Tp12, is_those_satisfied_of_all_who_answered_and_knew) {
    EXPECT_EQ(tp12({240, 310, 180, 120, 90, 260}), "58.5");
    EXPECT_EQ(tp12({240, 310, 180, 120, 90, 0}), "58.5");
    EXPECT_EQ(tp12({1, 0, 0, 0, 7, 0}), "12.5");
    EXPECT_EQ(tp12({1, 0, 15, 0, 0, 0}), "6.3") << "6.25, half up";
}

TEST(Tp12, of_nobody_is_nothing) {
    EXPECT_FALSE(tp12({0, 0, 0, 0, 0, 12}));
    EXPECT_FALSE(tp12({-1, 2, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace doorstep::figures
