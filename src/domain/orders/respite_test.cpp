#include "domain/orders/respite.h"

#include <gtest/gtest.h>

namespace doorstep::domain::orders {
namespace {

Date june(int day) { return *Date::of(2026, 6, day); }

TEST(RespiteTimes, are_of_the_same_length_before_during_and_after) {
    auto const times = respite_times(june(10), june(20), *Date::of(2026, 8, 1));
    ASSERT_TRUE(times && times->after);
    EXPECT_EQ(times->before.from, *Date::of(2026, 5, 31));
    EXPECT_EQ(times->before.until, june(10));
    EXPECT_EQ(times->during.days(), 10);
    EXPECT_EQ(times->after->from, june(20));
    EXPECT_EQ(times->after->until, june(30));
    EXPECT_TRUE(times->is_over);
}

TEST(RespiteTimes, count_only_what_has_passed) {
    EXPECT_FALSE(respite_times(june(10), june(20), june(10))) << "nothing to measure on the first day";
    auto const while_it_lasts = respite_times(june(10), june(20), june(14));
    ASSERT_TRUE(while_it_lasts);
    EXPECT_EQ(while_it_lasts->during.days(), 4);
    EXPECT_EQ(while_it_lasts->before.days(), 4) << "as long before as it has lasted";
    EXPECT_FALSE(while_it_lasts->after);
    auto const soon_after = respite_times(june(10), june(20), june(23));
    EXPECT_EQ(soon_after->after->days(), 3);
    EXPECT_FALSE(soon_after->is_over);
    EXPECT_FALSE(respite_times(june(10), june(20), june(20))->after) << "its end is today";
}

TEST(RespiteTimes, compare_by_the_week) {
    EXPECT_DOUBLE_EQ(each_week(4, 14), 2);
    EXPECT_DOUBLE_EQ(each_week(4, 0), 0);
}

}  // namespace
}  // namespace doorstep::domain::orders
