#include "base/instant.h"

#include <gtest/gtest.h>

#include <thread>

#include "base/clock.h"

namespace doorstep {
namespace {

Instant at(std::string_view iso) { return Instant::parse_iso(iso).value(); }
Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(Instant, reads_and_writes_iso) {
    EXPECT_EQ(at("1970-01-01T00:00:00Z").milliseconds(), 0);
    EXPECT_EQ(at("2026-11-21T20:07:00Z").iso(), "2026-11-21T20:07:00.000Z");
    EXPECT_EQ(at("2026-11-21T20:07:00.25Z").iso(), "2026-11-21T20:07:00.250Z");
    EXPECT_EQ(at("2026-11-21T20:07:00.123999Z").iso(), "2026-11-21T20:07:00.123Z");
    EXPECT_EQ(at("2026-06-21T20:07:00+01:00"), at("2026-06-21T19:07:00Z"));
    EXPECT_EQ(at("2026-01-01T00:30:00.5+05:30"), at("2025-12-31T19:00:00.500Z"));
    EXPECT_EQ(at("2026-01-01T00:30:00-00:30"), at("2026-01-01T01:00:00Z"));
    EXPECT_EQ(Instant::from_milliseconds(-1).iso(), "1969-12-31T23:59:59.999Z");
}

TEST(Instant, refuses_what_is_not_an_instant) {
    for (auto const* wrong :
         {"", "2026-11-21", "2026-11-21T20:07:00", "2026-11-21 20:07:00Z", "2026-11-21T24:00:00Z",
          "2026-11-21T20:60:00Z", "2026-11-21T20:07:60Z", "2026-11-21T20:07:00.Z", "2026-11-21T20:07:00+1:00",
          "2026-11-21T20:07:00+01:60", "2026-02-30T00:00:00Z", "2026-11-21T20:07:00Zx",
          "2026-11-21T20:07:00.1234567890Z"})
        EXPECT_FALSE(Instant::parse_iso(wrong)) << wrong;
}

TEST(London, is_an_hour_ahead_in_summer) {
    EXPECT_EQ(london_date(at("2026-06-30T23:30:00Z")), day("2026-07-01"));
    EXPECT_EQ(london_time(at("2026-06-30T23:30:00Z")), (TimeOfDay{0, 30}));
    EXPECT_EQ(london_date(at("2026-11-30T23:30:00Z")), day("2026-11-30"));
    EXPECT_EQ(instant_words(at("2026-11-21T20:07:00Z")), "21 November 2026 at 8:07pm");
    EXPECT_EQ(instant_words(at("2026-06-21T11:00:00Z")), "21 June 2026 at midday");
}

TEST(London, was_an_hour_ahead_all_year_from_1968_to_1971) {
    EXPECT_EQ(london_time(at("1970-01-01T00:00:00Z")), (TimeOfDay{1, 0}));
    EXPECT_EQ(london_date(Instant::from_milliseconds(-1)), day("1970-01-01"));
}

struct ClockChange {
    char const* forward;  // 01:00 becomes 02:00
    char const* back;     // 02:00 becomes 01:00
};

// The last Sundays of March and October (Summer Time Order 2002); those after 2037 are beyond the operating
// system's list.
constexpr std::array clock_changes{
    ClockChange{"2019-03-31", "2019-10-27"}, ClockChange{"2023-03-26", "2023-10-29"},
    ClockChange{"2024-03-31", "2024-10-27"}, ClockChange{"2025-03-30", "2025-10-26"},
    ClockChange{"2026-03-29", "2026-10-25"}, ClockChange{"2027-03-28", "2027-10-31"},
    ClockChange{"2037-03-29", "2037-10-25"}, ClockChange{"2038-03-28", "2038-10-31"},
    ClockChange{"2101-03-27", "2101-10-30"},
};

TEST(London, moves_a_time_that_the_clocks_skip_to_the_first_moment_after) {
    for (auto const& change : clock_changes) {
        auto const sunday = day(change.forward);
        auto const after = at(sunday.iso() + "T01:00:00Z");
        EXPECT_EQ(london_instant(sunday, {1, 0}), after);
        EXPECT_EQ(london_instant(sunday, {1, 30}), after);
        EXPECT_EQ(london_instant(sunday, {2, 0}), after);
        EXPECT_EQ(london_instant(sunday, {0, 59}), after.plus_seconds(-60));
        EXPECT_EQ(london_time(after.plus_milliseconds(-1)), (TimeOfDay{0, 59}));
        EXPECT_EQ(london_time(after), (TimeOfDay{2, 0}));
        EXPECT_EQ(london_midnight(sunday.plus_days(1)), london_midnight(sunday).plus_hours(23));
    }
}

TEST(London, takes_the_earlier_of_a_time_that_happens_twice) {
    for (auto const& change : clock_changes) {
        auto const sunday = day(change.back);
        auto const after = at(sunday.iso() + "T01:00:00Z");
        EXPECT_EQ(london_instant(sunday, {1, 30}), after.plus_seconds(-1800));
        EXPECT_EQ(london_time(after.plus_seconds(1800)), (TimeOfDay{1, 30}));
        EXPECT_EQ(london_instant(sunday, {2, 0}), after.plus_hours(1));
        EXPECT_EQ(london_midnight(sunday.plus_days(1)), london_midnight(sunday).plus_hours(25));
    }
}

TEST(London, counts_48_hours_as_elapsed_time_across_a_clock_change) {
    auto const served = london_instant(day("2026-10-24"), {14, 0});
    EXPECT_EQ(instant_words(served.plus_hours(48)), "26 October 2026 at 1pm");
}

TEST(London, gives_back_the_day_and_time_it_was_asked_for) {
    for (auto date = day("1960-01-01"); date < day("2060-01-01"); date = date.plus_days(1)) {
        ASSERT_EQ(london_date(london_midnight(date)), date);
        ASSERT_EQ(london_date(london_midnight(date).plus_milliseconds(-1)), date.plus_days(-1));
        ASSERT_EQ(london_time(london_instant(date, {17, 45})), (TimeOfDay{17, 45}));
    }
}

TEST(London, answers_the_same_in_any_order_and_thread) {
    auto const check = [] {
        for (int i = 0; i < 2000; ++i) {
            auto const date = day("2020-01-01").plus_days(i * 7919 % 3650);
            ASSERT_EQ(london_date(london_instant(date, {0, 15})), date);
        }
    };
    std::thread other(check);
    check();
    other.join();
}

TEST(TimeOfDay, reads_what_people_type) {
    struct Example {
        char const* typed;
        TimeOfDay time;
    };
    for (auto const& [typed, time] :
         {Example{"9am", {9, 0}},      Example{"9 am", {9, 0}},     Example{"9AM", {9, 0}},
          Example{"5:30pm", {17, 30}}, Example{"5.30pm", {17, 30}}, Example{"5.30 p.m.", {17, 30}},
          Example{"530pm", {17, 30}},  Example{"17:30", {17, 30}},  Example{"17.30", {17, 30}},
          Example{"1730", {17, 30}},   Example{"0930", {9, 30}},    Example{"9:30", {9, 30}},
          Example{"midday", {12, 0}},  Example{"Midnight", {0, 0}}, Example{"noon", {12, 0}},
          Example{"12am", {0, 0}},     Example{"12pm", {12, 0}},    Example{"12:05am", {0, 5}},
          Example{" 4 pm ", {16, 0}},  Example{"00:00", {0, 0}},    Example{"23:59", {23, 59}}})
        EXPECT_EQ(TimeOfDay::parse(typed), time) << typed;
}

TEST(TimeOfDay, refuses_what_could_be_two_times_or_none) {
    for (auto const* wrong :
         {"",      "9",       "12",       "930",  "24:00",     "17:60", "13pm", "0am", "0:30am", "am",
          "5:3pm", "5:300pm", "17:30:00", "nine", "9 o'clock", "-9am",  "1a30", ":30", "173",    "17300"})
        EXPECT_FALSE(TimeOfDay::parse(wrong)) << wrong;
}

TEST(TimeOfDay, reads_back_what_it_writes) {
    for (int hour = 0; hour < 24; ++hour)
        for (int minute = 0; minute < 60; ++minute) {
            TimeOfDay const time{hour, minute};
            ASSERT_EQ(TimeOfDay::parse(time.words()), time) << time.words();
            ASSERT_EQ(TimeOfDay::parse(time.iso()), time) << time.iso();
        }
    EXPECT_EQ((TimeOfDay{9, 0}).words(), "9am");
    EXPECT_EQ((TimeOfDay{17, 30}).words(), "5:30pm");
    EXPECT_EQ((TimeOfDay{0, 30}).words(), "12:30am");
    EXPECT_EQ((TimeOfDay{9, 5}).iso(), "09:05");
}

TEST(Clock, says_which_day_it_is_in_london) {
    FixedClock clock(at("2026-06-30T23:30:00Z"));
    EXPECT_EQ(clock.today(), day("2026-07-01"));
    clock.set(clock.now().plus_hours(24));
    EXPECT_EQ(clock.today(), day("2026-07-02"));
}

TEST(Clock, of_the_system_does_not_stand_at_1970) {
    EXPECT_GT(SystemClock().now(), at("2024-01-01T00:00:00Z"));
}

}  // namespace
}  // namespace doorstep
