#include "domain/reviews/complaints.h"

#include <gtest/gtest.h>

namespace doorstep::domain::reviews {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::of(year, month, day_of_month); }

// A month and six months, beginning with their first day.
Periods const periods{.complaint_by = [](Date on) { return on.plus_months(1).plus_days(-1); },
                      .application_by = [](Date on) { return on.plus_months(6).plus_days(-1); }};

int count(Date made_on, std::optional<Date> behaviour_on, Date today) {
    return qualifying({{made_on, behaviour_on}}, today, periods);
}

}  // namespace

TEST(CaseReview, counts_a_complaint_made_on_the_last_day_of_the_month_and_not_a_day_later) {
    EXPECT_EQ(count(day(2026, 6, 14), day(2026, 5, 15), day(2026, 6, 20)), 1);
    EXPECT_EQ(count(day(2026, 6, 15), day(2026, 5, 15), day(2026, 6, 20)), 0);
}

TEST(CaseReview, counts_a_complaint_for_six_months_and_not_a_day_longer) {
    EXPECT_EQ(count(day(2025, 12, 10), day(2025, 12, 9), day(2026, 6, 9)), 1);
    EXPECT_EQ(count(day(2025, 12, 10), day(2025, 12, 9), day(2026, 6, 10)), 0);
}

TEST(CaseReview, counts_a_complaint_about_behaviour_of_an_unknown_day) {
    EXPECT_EQ(count(day(2026, 6, 1), {}, day(2026, 6, 10)), 1);
}

TEST(CaseReview, does_not_count_a_complaint_made_after_the_application) {
    EXPECT_EQ(count(day(2026, 6, 11), {}, day(2026, 6, 10)), 0);
}

TEST(CaseReview, adds_up_those_that_count) {
    EXPECT_EQ(qualifying({{day(2026, 5, 1), {}}, {day(2026, 6, 1), {}}, {day(2025, 1, 1), {}}},
                         day(2026, 6, 10), periods),
              2);
}

}  // namespace doorstep::domain::reviews
