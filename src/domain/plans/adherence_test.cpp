#include "domain/plans/adherence.h"

#include <gtest/gtest.h>

namespace doorstep::domain::plans {
namespace {

Date june(int day) { return *Date::of(2026, 6, day); }
Date const today = june(10);

PlanStep step(StepState state, Date due_on, std::optional<Date> done_on = {}) {
    PlanStep made;
    made.state = state;
    made.due_on = due_on;
    made.done_on = done_on;
    return made;
}

Adherence of(PlanStep const& one) { return adherence({one}, today); }

}  // namespace

TEST(Adherence, of_no_steps_is_nothing) { EXPECT_EQ(adherence({}, today), Adherence{}); }

TEST(Adherence, counts_a_step_done_on_its_day_as_on_time_and_a_day_later_as_late) {
    EXPECT_EQ(of(step(StepState::done, june(9), june(9))), (Adherence{1, 1, 1, 0}));
    EXPECT_EQ(of(step(StepState::done, june(9), june(10))), (Adherence{1, 1, 0, 1}));
}

TEST(Adherence, counts_a_step_done_before_its_day) {
    EXPECT_EQ(of(step(StepState::done, june(20), june(9))), (Adherence{1, 1, 1, 0}));
}

TEST(Adherence, does_not_call_a_step_late_on_its_day_but_on_the_next) {
    EXPECT_EQ(of(step(StepState::to_do, june(10))), (Adherence{1, 0, 0, 0}));
    EXPECT_EQ(of(step(StepState::to_do, june(9))), (Adherence{1, 0, 0, 1}));
}

TEST(Adherence, leaves_out_a_step_dropped_in_time_and_counts_one_dropped_after_its_day) {
    EXPECT_EQ(of(step(StepState::dropped, june(9), june(9))), (Adherence{0, 0, 0, 0}));
    EXPECT_EQ(of(step(StepState::dropped, june(8), june(9))), (Adherence{1, 0, 0, 1}));
}

TEST(Adherence, is_a_share_of_the_steps_whose_day_has_come) {
    auto const result =
        adherence({step(StepState::done, june(3), june(2)), step(StepState::done, june(3), june(5)),
                   step(StepState::to_do, june(4)), step(StepState::to_do, june(30)),
                   step(StepState::done, june(30), june(9))},
                  today);
    EXPECT_EQ(result, (Adherence{5, 3, 2, 2}));
    EXPECT_EQ(result.due(), 4);
}

}  // namespace doorstep::domain::plans
