#include "domain/people/exclusion.h"

#include <gtest/gtest.h>

namespace doorstep::domain::people {
namespace {

Date day(int of_june) { return *Date::of(2026, 6, of_june); }

ServiceExclusion booked_out() {
    ServiceExclusion exclusion;
    exclusion.from_on = day(1);
    exclusion.until_on = day(20);
    exclusion.review_on = day(15);
    exclusion.reason = "Threatened staff";
    return exclusion;
}

}  // namespace

TEST(ServiceExclusion, counts_from_its_first_day_to_its_last_or_until_it_is_ended) {
    auto exclusion = booked_out();
    EXPECT_FALSE(exclusion.is_in_force(day(1).plus_days(-1)));
    EXPECT_TRUE(exclusion.is_in_force(day(1)));
    EXPECT_TRUE(exclusion.is_in_force(day(20)));
    EXPECT_FALSE(exclusion.is_in_force(day(21)));
    exclusion.until_on.reset();
    EXPECT_TRUE(exclusion.is_in_force(day(30)));
    exclusion.ended_on = day(10);
    EXPECT_TRUE(exclusion.is_in_force(day(9)));
    EXPECT_FALSE(exclusion.is_in_force(day(10)));
}

TEST(ServiceExclusion, is_checked_for_everything_at_once) {
    EXPECT_TRUE(check_exclusion(booked_out(), day(10), day(30)));
    auto wrong = booked_out();
    wrong.reason = " ";
    wrong.until_on = day(1).plus_days(-1);
    wrong.review_on = day(9);
    auto const checked = check_exclusion(wrong, day(10), day(30));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().problems().size(), 3u);
}

TEST(ServiceExclusion, is_reviewed_no_later_than_it_ends_or_the_standard_allows) {
    auto late = booked_out();
    late.review_on = day(21);
    EXPECT_FALSE(check_exclusion(late, day(10), day(30)));
    late.until_on.reset();
    EXPECT_TRUE(check_exclusion(late, day(10), day(21)));
    EXPECT_FALSE(check_exclusion(late, day(10), day(20)));
}

}  // namespace doorstep::domain::people
