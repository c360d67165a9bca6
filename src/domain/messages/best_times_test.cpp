#include "domain/messages/best_times.h"

#include <gtest/gtest.h>

namespace doorstep::domain::messages {
namespace {

constexpr std::array every_day{true, true, true, true, true, true, true};
constexpr std::array weekdays{true, true, true, true, true, false, false};

Instant at(int day, TimeOfDay time) { return london_instant(*Date::of(2026, 6, day), time); }

}  // namespace

TEST(BestTimes, empty_words_mean_any_time) {
    EXPECT_EQ(read_best_times(""), Hours{});
    EXPECT_EQ(read_best_times("Any time"), Hours{});
}

TEST(BestTimes, reads_what_people_write) {
    EXPECT_EQ(read_best_times("After 6pm"), (Hours{every_day, {18, 0}, {}}));
    EXPECT_EQ(read_best_times("before 10 am please"), (Hours{every_day, {0, 0}, TimeOfDay{10, 0}}));
    EXPECT_EQ(read_best_times("between 9am and 5pm"), (Hours{every_day, {9, 0}, TimeOfDay{17, 0}}));
    EXPECT_EQ(read_best_times("Mon-Fri, 9am-5:30pm"), (Hours{weekdays, {9, 0}, TimeOfDay{17, 30}}));
    EXPECT_EQ(read_best_times("weekday mornings"), (Hours{weekdays, {9, 0}, TimeOfDay{12, 0}}));
    EXPECT_EQ(read_best_times("6pm onwards"), (Hours{every_day, {18, 0}, {}}));
    EXPECT_EQ(read_best_times("Tuesdays and Thursdays"),
              (Hours{{false, true, false, true, false, false, false}, {0, 0}, {}}));
}

TEST(BestTimes, does_not_guess_at_what_it_does_not_understand) {
    for (auto const* words : {"not after 6pm", "when he is at work", "6", "school hours", "9am",
                              "mornings and evenings", "5pm to 9am", "never at weekends"})
        EXPECT_FALSE(read_best_times(words)) << words;
}

TEST(Earliest, lets_go_inside_the_hours_and_waits_outside_them) {
    Hours const after_six{every_day, {18, 0}, {}};
    EXPECT_EQ(earliest(after_six, at(10, {10, 0})), at(10, {18, 0}));
    EXPECT_EQ(earliest(after_six, at(10, {18, 0})), at(10, {18, 0}));
    EXPECT_EQ(earliest(after_six, at(10, {23, 59})), at(10, {23, 59}));
}

TEST(Earliest, goes_on_to_the_next_day_that_is_allowed) {
    // Friday 12 June 2026, after hours: Monday 15 June.
    EXPECT_EQ(earliest(office_hours(), at(12, {17, 0})), at(15, {9, 0}));
    Hours const wednesdays{{false, false, true, false, false, false, false}, {9, 0}, TimeOfDay{10, 0}};
    EXPECT_EQ(earliest(wednesdays, at(10, {10, 0})), at(17, {9, 0}));
}

TEST(MayLeaveAt, keeps_to_office_hours_when_the_words_need_a_person) {
    EXPECT_EQ(may_leave_at("when he is at work", at(12, {20, 0})), at(15, {9, 0}));
    EXPECT_EQ(may_leave_at("", at(12, {20, 0})), at(12, {20, 0}));
}

}  // namespace doorstep::domain::messages
