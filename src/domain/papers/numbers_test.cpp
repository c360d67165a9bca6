#include "domain/papers/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::domain::papers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NumbersInWords, are_the_figures_that_are_typed) {
    EXPECT_THAT(numbers_in("We opened 42 cases and closed 1,204: 85% (29 of 34), 52 per cent, 17.5 days."),
                ElementsAre("42", "1204", "85%", "29", "34", "52%", "17.5"));
    EXPECT_THAT(numbers_in("7"), ElementsAre("7"));
    EXPECT_THAT(numbers_in("3,4 and 5,"), ElementsAre("3", "4", "5"));
}

TEST(NumbersInWords, are_no_days_years_quarters_times_or_numbers_of_parts) {
    EXPECT_THAT(numbers_in("Q1 2023/24, 7 September 2023, 2026-06-01, at 10am or 10:30, the 1st, in 2024"),
                IsEmpty());
    EXPECT_THAT(numbers_in("See Appendix 1, section 104 and Part 2.\n1. First\n2) Second"), IsEmpty());
    EXPECT_THAT(numbers_in("Telephone: 01632 960 001."), IsEmpty());
    EXPECT_THAT(numbers_in(""), IsEmpty());
}

TEST(NumbersInWords, that_nothing_knows_are_named_once) {
    EXPECT_THAT(unknown_numbers("57 cases, 42 closed, 57 again, 86%", {"42", "86"}),
                ElementsAre("57", "86%"));
}

}  // namespace
}  // namespace doorstep::domain::papers
