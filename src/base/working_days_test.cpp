#include "base/working_days.h"

#include <gtest/gtest.h>

namespace doorstep {
namespace {

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

WorkingDays christmas_2026() {
    return WorkingDays(Division::england_and_wales,
                       {{day("2026-12-28"), "Boxing Day"},
                        {day("2026-12-25"), "Christmas Day"},
                        {day("2026-12-27"), "a Sunday, which takes nothing away"}});
}

TEST(WorkingDays, leave_out_weekends_and_holidays) {
    auto const calendar = christmas_2026();
    EXPECT_TRUE(calendar.is_working_day(day("2026-12-24")));
    EXPECT_FALSE(calendar.is_working_day(day("2026-12-25")));
    EXPECT_FALSE(calendar.is_working_day(day("2026-12-26")));
    EXPECT_FALSE(calendar.is_working_day(day("2026-12-28")));
    EXPECT_TRUE(calendar.is_working_day(day("2026-12-29")));
    EXPECT_TRUE(calendar.is_bank_holiday(day("2026-12-25")));
    EXPECT_FALSE(calendar.is_bank_holiday(day("2026-12-26")));
}

TEST(WorkingDays, do_not_count_the_day_of_the_event) {
    auto const calendar = christmas_2026();
    EXPECT_EQ(calendar.add(day("2026-12-23"), 1), day("2026-12-24"));
    EXPECT_EQ(calendar.add(day("2026-12-23"), 2), day("2026-12-29"));
    EXPECT_EQ(calendar.add(day("2026-12-25"), 1), day("2026-12-29"));
    EXPECT_EQ(calendar.add(day("2026-12-26"), 1), day("2026-12-29"));
    EXPECT_EQ(calendar.add(day("2026-12-24"), 0), day("2026-12-24"));
    EXPECT_EQ(calendar.add(day("2026-12-25"), 0), day("2026-12-29"));
    EXPECT_THROW((void)calendar.add(day("2026-12-25"), -1), std::logic_error);
}

TEST(WorkingDays, are_counted_after_the_first_day_up_to_the_last) {
    auto const calendar = christmas_2026();
    EXPECT_EQ(calendar.count_after(day("2026-12-23"), day("2026-12-29")), 2);
    EXPECT_EQ(calendar.count_after(day("2026-12-24"), day("2026-12-28")), 0);
    EXPECT_EQ(calendar.count_after(day("2026-12-24"), day("2026-12-24")), 0);
    EXPECT_EQ(calendar.count_after(day("2026-12-29"), day("2026-12-21")), 0);
}

TEST(WorkingDays, say_until_when_their_holidays_are_known) {
    EXPECT_EQ(christmas_2026().known_until(), day("2026-12-31"));
    EXPECT_EQ(christmas_2026().division(), Division::england_and_wales);
}

}  // namespace
}  // namespace doorstep
