#include "domain/figures/case_reviews.h"

#include <gtest/gtest.h>

namespace doorstep::domain::figures {
namespace {

CaseReviews year() {
    return {.area = "City of Northgate",
            .from = *Date::of(2025, 4, 1),
            .last_day = *Date::of(2026, 3, 31),
            .applications = 14,
            .not_met = 5,
            .reviews = 8,
            .with_recommendations = 6,
            .ours = 3,
            .source = "Community safety partnership, 20 April 2026"};
}

std::string refusal_of(CaseReviews const& numbers) {
    auto const checked = check_case_reviews(numbers, *Date::of(2026, 6, 10));
    return checked ? "" : checked.error().code();
}

TEST(CaseReviews, are_of_a_period_that_is_over_and_no_longer_than_a_year) {
    EXPECT_EQ(refusal_of(year()), "");
    auto longer = year();
    longer.last_day = *Date::of(2026, 4, 1);
    EXPECT_EQ(refusal_of(longer), "too-long");
    auto running = year();
    running.from = *Date::of(2026, 4, 1);
    running.last_day = *Date::of(2026, 6, 10);
    EXPECT_EQ(refusal_of(running), "not-over");
    auto backwards = year();
    backwards.last_day = backwards.from.plus_days(-1);
    EXPECT_EQ(refusal_of(backwards), "ends-before");
}

TEST(CaseReviews, add_up) {
    auto numbers = year();
    numbers.not_met = 15;
    EXPECT_EQ(refusal_of(numbers), "more-than-applications");
    numbers = year();
    numbers.with_recommendations = 9;
    EXPECT_EQ(refusal_of(numbers), "more-than-reviews");
    numbers = year();
    numbers.ours = -1;
    EXPECT_EQ(refusal_of(numbers), "negative");
    numbers = year();
    numbers.reviews = 20;  // applied for in the year before
    EXPECT_EQ(refusal_of(numbers), "");
    numbers.area = " ";
    EXPECT_EQ(refusal_of(numbers), "no-area");
}

}  // namespace
}  // namespace doorstep::domain::figures
