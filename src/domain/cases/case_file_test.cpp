#include "domain/cases/case_file.h"

#include <gtest/gtest.h>

namespace doorstep::domain::cases {
namespace {

Date june(int day) { return *Date::of(2026, 6, day); }

TEST(FirstPromises, follow_the_day_an_assessment_is_due_until_it_is_made) {
    CaseFile file;
    file.risk_review_by = june(8);
    keep_first_promises(file);
    EXPECT_EQ(file.first_risk_by, june(8));
    file.risk_review_by = june(2);  // found to be urgent
    keep_first_promises(file);
    EXPECT_EQ(file.first_risk_by, june(2));
    EXPECT_FALSE(file.first_risk_on);
}

TEST(FirstPromises, stand_once_they_are_met) {
    CaseFile file;
    file.risk_review_by = june(8);
    keep_first_promises(file);
    file.risk_assessed_on = june(9);
    file.risk_review_by = june(23);  // the review
    keep_first_promises(file);
    file.risk_assessed_on = june(20);
    file.risk_review_by = june(30);
    keep_first_promises(file);
    EXPECT_EQ(file.first_risk_by, june(8));
    EXPECT_EQ(file.first_risk_on, june(9));
}

TEST(FirstPromises, keep_the_day_a_plan_was_due_when_it_is_agreed_and_the_day_taken_away) {
    CaseFile file;
    file.plan_by = june(15);
    keep_first_promises(file);
    file.plan_by.reset();
    file.plan_agreed_on = june(12);
    keep_first_promises(file);
    EXPECT_EQ(file.first_plan_by, june(15));
    EXPECT_EQ(file.first_plan_on, june(12));
}

}  // namespace
}  // namespace doorstep::domain::cases
