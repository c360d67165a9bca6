#include "domain/contacts/intervals.h"

#include <gtest/gtest.h>

namespace doorstep::domain::contacts {
namespace {

Date day(int day_of_june) { return *Date::of(2026, 6, day_of_june); }

ContactStandards five_days_then_fourteen() {
    return {.first_contact =
                [](Date from) {
                    return DueDay{from.plus_days(5), "first"};
                },
            .update =
                [](Date from) {
                    return DueDay{from.plus_days(14), "update"};
                }};
}

}  // namespace

TEST(Intervals, begin_with_the_first_contact_open) {
    auto const all = intervals(day(1), {}, {}, five_days_then_fourteen());
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].due_on, day(6));
    EXPECT_FALSE(all[0].kept);
    EXPECT_EQ(next_contact_by(all), day(6));
}

TEST(Intervals, are_kept_by_a_conversation_on_the_day_they_fall_due) {
    auto const all = intervals(day(1), {day(6)}, {}, five_days_then_fourteen());
    EXPECT_EQ(all[0].kept, true);
    EXPECT_EQ(next_contact_by(all), day(20));
}

TEST(Intervals, are_broken_by_a_conversation_a_day_late) {
    EXPECT_EQ(intervals(day(1), {day(7)}, {}, five_days_then_fourteen())[0].kept, false);
}

TEST(Intervals, count_several_conversations_of_one_day_once) {
    EXPECT_EQ(intervals(day(1), {day(3), day(3)}, {}, five_days_then_fourteen()).size(), 2u);
}

TEST(Intervals, are_the_same_whatever_order_contacts_were_written_down_in) {
    EXPECT_EQ(intervals(day(1), {day(9), day(3)}, {}, five_days_then_fourteen()),
              intervals(day(1), {day(3), day(9)}, {}, five_days_then_fourteen()));
}

TEST(Intervals, end_without_a_verdict_when_the_case_closes_before_they_fall_due) {
    auto const all = intervals(day(1), {day(3)}, day(10), five_days_then_fourteen());
    EXPECT_EQ(all.back().ended_on, day(10));
    EXPECT_FALSE(all.back().kept);
    EXPECT_FALSE(next_contact_by(all));
}

TEST(Intervals, were_not_kept_when_the_case_closes_after_they_fell_due) {
    EXPECT_EQ(intervals(day(1), {day(3)}, day(18), five_days_then_fourteen()).back().kept, false);
    EXPECT_FALSE(intervals(day(1), {day(3)}, day(17), five_days_then_fourteen()).back().kept);
}

TEST(Intervals, take_a_conversation_before_the_issue_was_raised_as_made_on_that_day) {
    auto const all = intervals(day(5), {day(4)}, {}, five_days_then_fourteen());
    EXPECT_EQ(all[0].ended_on, day(5));
    EXPECT_EQ(all[1].due_on, day(19));
}

TEST(KeptShare, leaves_out_what_is_not_yet_due_and_counts_what_is_overdue) {
    auto const all = intervals(day(1), {day(4)}, {}, five_days_then_fourteen());
    EXPECT_EQ(kept_share(all, day(18)).of, 1);
    EXPECT_EQ(kept_share(all, day(19)).of, 2);
    EXPECT_EQ(kept_share(all, day(19)).kept, 1);
}

}  // namespace doorstep::domain::contacts
