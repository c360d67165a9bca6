#include "domain/site/opening_hours.h"

#include <gtest/gtest.h>

namespace doorstep::domain::site {
namespace {

Date day_of_june(int day) { return *Date::of(2026, 6, day); }

/// Monday to Friday, 8am to 6pm.
std::optional<OpenTimes> on_weekdays(Date day) {
    auto const weekday = day.weekday();
    if (weekday == Weekday::saturday || weekday == Weekday::sunday) return std::nullopt;
    return OpenTimes{{8, 0}, {18, 0}};
}

Instant at(int day, int hour, int minute) { return london_instant(day_of_june(day), {hour, minute}); }

}  // namespace

TEST(ReadOpeningDay, understands_times_and_closed_and_nothing_else) {
    EXPECT_EQ(read_opening_day("Monday, 8am to 6pm")->times, (OpenTimes{{8, 0}, {18, 0}}));
    EXPECT_EQ(read_opening_day("Friday, 9:30 to 16:00")->times, (OpenTimes{{9, 30}, {16, 0}}));
    ASSERT_TRUE(read_opening_day("Sunday, closed"));
    EXPECT_FALSE(read_opening_day("Sunday, Closed")->times);
    EXPECT_FALSE(read_opening_day("Monday"));
    EXPECT_FALSE(read_opening_day("Monday, all day"));
    EXPECT_FALSE(read_opening_day("Monday, 6pm to 8am"));
    EXPECT_FALSE(read_opening_day("Monday, 8am to 25:00"));
}

TEST(IsOpen, from_the_minute_of_opening_to_the_minute_before_closing) {
    EXPECT_FALSE(is_open(at(10, 7, 59), on_weekdays));
    EXPECT_TRUE(is_open(at(10, 8, 0), on_weekdays));
    EXPECT_TRUE(is_open(at(10, 17, 59), on_weekdays));
    EXPECT_FALSE(is_open(at(10, 18, 0), on_weekdays));
    EXPECT_FALSE(is_open(at(13, 12, 0), on_weekdays));
}

TEST(OpensNext, is_the_same_day_before_opening_and_the_next_open_day_after_closing) {
    EXPECT_EQ(opens_next(at(10, 7, 59), on_weekdays), at(10, 8, 0));
    EXPECT_EQ(opens_next(at(10, 8, 0), on_weekdays), std::nullopt);
    EXPECT_EQ(opens_next(at(10, 18, 0), on_weekdays), at(11, 8, 0));
    EXPECT_EQ(opens_next(at(12, 18, 0), on_weekdays), at(15, 8, 0));
}

TEST(OpensNext, is_at_the_same_time_of_day_across_a_change_of_the_clocks) {
    auto const evening = london_instant(*Date::of(2026, 3, 27), {20, 0});  // the Friday before the change
    EXPECT_EQ(opens_next(evening, on_weekdays), london_instant(*Date::of(2026, 3, 30), {8, 0}));
    EXPECT_EQ(opens_next(evening, on_weekdays)->iso(), "2026-03-30T07:00:00.000Z");
}

TEST(OpensNext, is_nothing_where_the_office_never_opens) {
    EXPECT_EQ(opens_next(at(10, 12, 0), [](Date) { return std::nullopt; }), std::nullopt);
}

}  // namespace doorstep::domain::site
