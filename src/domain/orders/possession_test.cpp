#include "domain/orders/possession.h"

#include <gtest/gtest.h>

namespace doorstep::domain::orders {
namespace {

TEST(ShutForLongerThan, counts_hours_up_to_now_or_its_end) {
    auto const from = london_instant(*Date::of(2026, 6, 1), {12, 0});
    EXPECT_FALSE(shut_for_longer_than(from, {}, 48, from.plus_hours(48)));
    EXPECT_TRUE(shut_for_longer_than(from, {}, 48, from.plus_hours(48).plus_milliseconds(1)));
    EXPECT_FALSE(shut_for_longer_than(from, from.plus_hours(24), 48, from.plus_hours(500)));
    EXPECT_FALSE(shut_for_longer_than(from, from.plus_hours(500), 48, from.plus_hours(24)));
}

}  // namespace
}  // namespace doorstep::domain::orders
