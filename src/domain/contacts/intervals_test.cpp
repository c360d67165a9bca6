#include "domain/contacts/intervals.h"

#include <gtest/gtest.h>

namespace doorstep::domain::contacts {
namespace {

Date day(int day_of_june) { return *Date::of(2026, 6, day_of_june); }

ContactStandards five_days_then_fourteen() {
    return {.first_contact =
                [](Date from, std::optional<Date>) {
                    return DueDay{from.plus_days(5), "first"};
                },
            .update =
                [](Date from, std::optional<Date>) {
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

TEST(Intervals, start_again_when_a_closed_case_reopens_with_the_promise_of_a_first_contact) {
    auto const all = intervals(day(1), {day(3)}, {}, five_days_then_fourteen(), {{day(10), day(20)}});
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[1].ended_on, day(10));
    EXPECT_FALSE(all[1].kept);
    EXPECT_EQ(all[2].kind, IntervalKind::update);
    EXPECT_EQ(all[2].started_on, day(20));
    EXPECT_EQ(next_contact_by(all), day(25));
}

TEST(Intervals, promise_a_first_contact_again_when_nobody_was_spoken_to_before_the_case_closed) {
    auto const all = intervals(day(1), {}, {}, five_days_then_fourteen(), {{day(4), day(8)}});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].kind, IntervalKind::first);
    EXPECT_EQ(all[1].due_on, day(13));
}

TEST(Intervals, count_nothing_that_was_said_while_the_case_was_closed) {
    EXPECT_EQ(intervals(day(1), {day(3), day(15)}, {}, five_days_then_fourteen(), {{day(10), day(20)}}),
              intervals(day(1), {day(3)}, {}, five_days_then_fourteen(), {{day(10), day(20)}}));
}

TEST(Intervals, end_at_a_conversation_on_the_day_the_case_reopened) {
    auto const all =
        intervals(day(1), {day(3), day(20)}, {}, five_days_then_fourteen(), {{day(10), day(20)}});
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[2].kept, true);
    EXPECT_EQ(all[3].due_on, *Date::of(2026, 7, 4));
}

TEST(Intervals, stop_again_when_a_reopened_case_closes) {
    auto const all = intervals(day(1), {day(3)}, day(26), five_days_then_fourteen(), {{day(10), day(20)}});
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all.back().ended_on, day(26));
    EXPECT_EQ(all.back().kept, false);
}

TEST(KeptShare, leaves_out_what_is_not_yet_due_and_counts_what_is_overdue) {
    auto const all = intervals(day(1), {day(4)}, {}, five_days_then_fourteen());
    EXPECT_EQ(kept_share(all, day(18)).of, 1);
    EXPECT_EQ(kept_share(all, day(19)).of, 2);
    EXPECT_EQ(kept_share(all, day(19)).kept, 1);
}

}  // namespace doorstep::domain::contacts
