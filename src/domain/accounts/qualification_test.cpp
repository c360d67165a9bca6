#include "domain/accounts/qualification.h"

#include <gtest/gtest.h>

namespace doorstep::domain::accounts {
namespace {

Qualification certificate() {
    Qualification made;
    made.title = "Level 4 certificate in housing";
    made.held_from = Date::of(2026, 3, 1);
    return made;
}

TEST(CheckQualification, takes_one_that_is_held_from_a_day) {
    EXPECT_TRUE(check_qualification(certificate()));
}

TEST(CheckQualification, refuses_no_title_no_first_day_and_days_the_wrong_way_round) {
    auto one = certificate();
    one.title = " ";
    EXPECT_EQ(check_qualification(one).error().code(), "title-missing");
    one = certificate();
    one.held_from.reset();
    EXPECT_EQ(check_qualification(one).error().code(), "date-missing");
    one.state = QualificationState::working_towards;
    EXPECT_TRUE(check_qualification(one));
    one = certificate();
    one.expires_on = Date::of(2026, 2, 28);
    EXPECT_EQ(check_qualification(one).error().code(), "dates-backwards");
}

}  // namespace
}  // namespace doorstep::domain::accounts
