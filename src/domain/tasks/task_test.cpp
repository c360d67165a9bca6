#include "domain/tasks/task.h"

#include <gtest/gtest.h>

namespace doorstep::domain::tasks {
namespace {

Date const today = *Date::of(2026, 6, 10);

Task task(Date due_on) {
    Task task;
    task.what = "Ask the repairs team about the door";
    task.due_on = due_on;
    return task;
}

TEST(CheckTask, takes_one_due_today_or_later) {
    EXPECT_TRUE(check_task(task(today), today));
    EXPECT_TRUE(check_task(task(today.plus_days(9)), today));
}

TEST(CheckTask, refuses_nothing_to_do) {
    auto empty = task(today);
    empty.what = " ";
    EXPECT_EQ(check_task(empty, today).error().code(), "what-missing");
}

TEST(CheckTask, refuses_a_day_in_the_past_unless_it_was_that_day_before) {
    auto const late = task(today.plus_days(-1));
    EXPECT_EQ(check_task(late, today).error().code(), "due-in-past");
    EXPECT_TRUE(check_task(late, today, late.due_on));
}

}  // namespace
}  // namespace doorstep::domain::tasks
