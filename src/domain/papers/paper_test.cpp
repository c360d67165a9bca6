#include "domain/papers/paper.h"

#include <gtest/gtest.h>

namespace doorstep::domain::papers {
namespace {

PaperTemplate form() {
    PaperTemplate form;
    form.approvals = {{"head", "Head of Service"}, {"director", "Managing Director"}};
    return form;
}

Paper paper() {
    Paper paper;
    paper.meeting_on = *Date::of(2023, 9, 7);
    return paper;
}

TEST(Approval, is_given_before_the_day_of_the_meeting) {
    auto const today = *Date::of(2023, 10, 1);
    EXPECT_TRUE(check_approval(form(), paper(), {"head", "Ade Cole", *Date::of(2023, 9, 6)}, today));
    for (auto const day : {*Date::of(2023, 9, 7), *Date::of(2023, 9, 8)}) {
        auto const refused = check_approval(form(), paper(), {"head", "Ade Cole", day}, today);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code(), "after-meeting");
        EXPECT_EQ(refused.error().message(),
                  "The date of approval must be before the meeting on 7 September 2023");
    }
}

TEST(Approval, is_not_given_in_the_future_by_nobody_or_for_another_role) {
    auto const today = *Date::of(2023, 9, 1);
    EXPECT_EQ(
        check_approval(form(), paper(), {"head", "Ade Cole", *Date::of(2023, 9, 2)}, today).error().code(),
        "future");
    EXPECT_EQ(check_approval(form(), paper(), {"head", " ", today}, today).error().code(), "nobody");
    EXPECT_EQ(check_approval(form(), paper(), {"cook", "Ade Cole", today}, today).error().code(),
              "no-such-role");
}

TEST(Approval, is_complete_when_every_role_gave_it) {
    EXPECT_FALSE(is_approved(form(), {{"head", "A", {}}}));
    EXPECT_TRUE(is_approved(form(), {{"director", "B", {}}, {"head", "A", {}}}));
}

}  // namespace
}  // namespace doorstep::domain::papers
