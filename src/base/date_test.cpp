#include "base/date.h"

#include <gtest/gtest.h>

namespace doorstep {
namespace {

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(Date, accepts_only_days_that_exist) {
    EXPECT_TRUE(Date::of(2024, 2, 29));
    EXPECT_FALSE(Date::of(2023, 2, 29));
    EXPECT_FALSE(Date::of(1900, 2, 29));
    EXPECT_TRUE(Date::of(2000, 2, 29));
    EXPECT_FALSE(Date::of(2026, 4, 31));
    EXPECT_FALSE(Date::of(2026, 13, 1));
    EXPECT_FALSE(Date::of(2026, 0, 1));
    EXPECT_FALSE(Date::of(0, 12, 31));
    EXPECT_FALSE(Date::of(10000, 1, 1));
    EXPECT_TRUE(Date::of(1, 1, 1));
    EXPECT_TRUE(Date::of(9999, 12, 31));
}

TEST(Date, reads_only_the_strict_iso_form) {
    EXPECT_EQ(day("2026-11-21").iso(), "2026-11-21");
    EXPECT_EQ(day("0001-01-01").iso(), "0001-01-01");
    for (auto const* wrong : {"", "2026-11-2", "2026-1-021", "2026/11/21", "21-11-2026", "2026-11-21 ",
                              "2026-02-30", "-026-11-21", "+026-11-21", "2026-11-2a", "0000-01-01"})
        EXPECT_FALSE(Date::parse_iso(wrong)) << wrong;
}

TEST(Date, outside_its_years_is_a_bug_and_never_wrong_text) {
    EXPECT_THROW((void)day("9999-12-31").plus_days(1).iso(), std::logic_error);
    EXPECT_THROW((void)day("0001-01-01").plus_days(-1).iso(), std::logic_error);
}

TEST(Date, counts_days_from_1970) {
    EXPECT_EQ(day("1970-01-01").days_since_1970(), 0);
    EXPECT_EQ(day("1969-12-31").days_since_1970(), -1);
    EXPECT_EQ(day("2000-03-01").days_since_1970(), 11017);
    EXPECT_EQ(days_between(day("2024-02-28"), day("2024-03-01")), 2);
    EXPECT_EQ(days_between(day("2023-03-01"), day("2023-02-28")), -1);
}

TEST(Date, gives_its_parts_back_for_every_day_of_four_centuries) {
    for (auto date = day("1800-01-01"); date < day("2200-01-01"); date = date.plus_days(1)) {
        ASSERT_EQ(Date::of(date.year(), date.month(), date.day()), date);
        ASSERT_EQ(Date::parse_iso(date.iso()), date);
    }
}

TEST(Date, knows_its_weekday) {
    EXPECT_EQ(day("2026-11-21").weekday(), Weekday::saturday);
    EXPECT_EQ(day("2026-11-22").weekday(), Weekday::sunday);
    EXPECT_EQ(day("2026-11-23").weekday(), Weekday::monday);
    EXPECT_EQ(day("1969-12-31").weekday(), Weekday::wednesday);
}

TEST(Date, adds_months_and_ends_a_short_month_on_its_last_day) {
    EXPECT_EQ(day("2026-01-31").plus_months(1), day("2026-02-28"));
    EXPECT_EQ(day("2028-01-31").plus_months(1), day("2028-02-29"));
    EXPECT_EQ(day("2026-01-31").plus_months(2), day("2026-03-31"));
    EXPECT_EQ(day("2026-10-31").plus_months(4), day("2027-02-28"));
    EXPECT_EQ(day("2024-02-29").plus_months(12), day("2025-02-28"));
    EXPECT_EQ(day("2024-02-29").plus_months(48), day("2028-02-29"));
    EXPECT_EQ(day("2026-03-31").plus_months(-1), day("2026-02-28"));
    EXPECT_EQ(day("2026-01-15").plus_months(-13), day("2024-12-15"));
    EXPECT_EQ(day("2026-11-21").plus_months(0), day("2026-11-21"));
}

TEST(Date, finds_both_ends_of_its_month) {
    EXPECT_EQ(day("2024-02-15").first_of_month(), day("2024-02-01"));
    EXPECT_EQ(day("2024-02-15").last_of_month(), day("2024-02-29"));
    EXPECT_EQ(day("2023-02-28").last_of_month(), day("2023-02-28"));
    EXPECT_EQ(day("2026-12-31").first_of_month(), day("2026-12-01"));
}

TEST(Date, is_written_as_people_read_it) {
    EXPECT_EQ(date_words(day("2023-09-07")), "7 September 2023");
    EXPECT_EQ(date_words_welsh(day("2023-09-07")), "7 Medi 2023");
    EXPECT_EQ(date_words_welsh(day("2024-02-29")), "29 Chwefror 2024");
    EXPECT_EQ(date_short_words(day("2023-09-07")), "7 Sep");
    EXPECT_EQ(date_words_with_weekday(day("2023-09-07")), "Thursday 7 September");
    EXPECT_EQ(date_words_with_weekday(day("2026-11-22")), "Sunday 22 November");
}

TEST(Period, leaves_out_its_end) {
    Period const period{day("2023-04-01"), day("2023-07-01")};
    EXPECT_TRUE(period.contains(day("2023-04-01")));
    EXPECT_TRUE(period.contains(day("2023-06-30")));
    EXPECT_FALSE(period.contains(day("2023-07-01")));
    EXPECT_FALSE(period.contains(day("2023-03-31")));
}

TEST(FinancialQuarter, starts_in_april) {
    EXPECT_EQ(FinancialQuarter::containing(day("2023-04-01")), (FinancialQuarter{2023, 1}));
    EXPECT_EQ(FinancialQuarter::containing(day("2023-06-30")), (FinancialQuarter{2023, 1}));
    EXPECT_EQ(FinancialQuarter::containing(day("2023-07-01")), (FinancialQuarter{2023, 2}));
    EXPECT_EQ(FinancialQuarter::containing(day("2023-12-31")), (FinancialQuarter{2023, 3}));
    EXPECT_EQ(FinancialQuarter::containing(day("2024-03-31")), (FinancialQuarter{2023, 4}));
    EXPECT_EQ(FinancialQuarter::containing(day("2024-02-29")), (FinancialQuarter{2023, 4}));
}

TEST(FinancialQuarter, contains_every_day_of_its_period_and_no_other) {
    for (auto date = day("2019-01-01"); date < day("2030-01-01"); date = date.plus_days(1)) {
        auto const quarter = FinancialQuarter::containing(date);
        ASSERT_TRUE(quarter.period().contains(date)) << date.iso();
        ASSERT_EQ(quarter.previous().period().until, quarter.period().from);
    }
}

TEST(FinancialQuarter, gives_its_periods) {
    FinancialQuarter const fourth{2023, 4};
    EXPECT_EQ(fourth.period(), (Period{day("2024-01-01"), day("2024-04-01")}));
    EXPECT_EQ(fourth.year_to_date(), (Period{day("2023-04-01"), day("2024-04-01")}));
    EXPECT_EQ((FinancialQuarter{2023, 1}).previous(), (FinancialQuarter{2022, 4}));
    EXPECT_EQ(fourth.same_last_year(), (FinancialQuarter{2022, 4}));
}

TEST(FinancialQuarter, has_a_code_that_reads_back) {
    FinancialQuarter const first{2023, 1};
    EXPECT_EQ(first.code(), "2023-24-Q1");
    EXPECT_EQ(first.words(), "Q1 2023/24");
    EXPECT_EQ((FinancialQuarter{1999, 4}).code(), "1999-00-Q4");
    EXPECT_EQ(FinancialQuarter::parse("2023-24-Q1"), first);
    EXPECT_EQ(FinancialQuarter::parse("1999-00-Q4"), (FinancialQuarter{1999, 4}));
    for (auto const* wrong :
         {"2023-25-Q1", "2023-24-Q5", "2023-24-Q0", "2023-24Q1", "2023-24-q1", "", "2023-24-Q1 "})
        EXPECT_FALSE(FinancialQuarter::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace doorstep
