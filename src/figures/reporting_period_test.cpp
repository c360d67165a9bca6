#include "figures/reporting_period.h"

#include <gtest/gtest.h>

#include "base/instant.h"

namespace doorstep::figures {
namespace {

Date day(char const* iso) { return *Date::parse_iso(iso); }
Period days(char const* from, char const* until) { return {day(from), day(until)}; }

TEST(ReportingPeriod, reads_every_code_it_writes) {
    for (auto const* code :
         {"2023-24-Q1", "2023-24-Q4", "2025-26-Q3-YTD", "2025-26", "2026-06", "2026-04-01..2026-04-30"}) {
        auto const period = parse_period(code);
        ASSERT_TRUE(period) << code;
        EXPECT_EQ(period->code, code);
    }
    for (auto const* code : {"", "2023-25-Q1", "2023-24-Q5", "2026-13", "2026-06-01",
                             "2026-06-31..2026-07-01", "2026-06-02..2026-06-01", "so far", "2023-24-Q1-YTDx"})
        EXPECT_FALSE(parse_period(code)) << code;
}

TEST(ReportingPeriod, follows_the_financial_year) {
    EXPECT_EQ(parse_period("2023-24-Q1")->days, days("2023-04-01", "2023-07-01"));
    EXPECT_EQ(parse_period("2023-24-Q4")->days, days("2024-01-01", "2024-04-01"));
    EXPECT_EQ(parse_period("2025-26-Q3-YTD")->days, days("2025-04-01", "2026-01-01"));
    EXPECT_EQ(parse_period("2025-26")->days, days("2025-04-01", "2026-04-01"));
    EXPECT_EQ(parse_period("2026-02")->days, days("2026-02-01", "2026-03-01"));
}

TEST(ReportingPeriod, turns_between_31_march_and_1_april) {
    auto const last = quarter_period(FinancialQuarter::containing(day("2026-03-31")));
    auto const first = quarter_period(FinancialQuarter::containing(day("2026-04-01")));
    EXPECT_EQ(last.words, "Q4 2025/26");
    EXPECT_EQ(first.words, "Q1 2026/27");
    EXPECT_TRUE(last.days.contains(day("2026-03-31")));
    EXPECT_FALSE(last.days.contains(day("2026-04-01")));
    EXPECT_EQ(last.days.until, first.days.from);
}

TEST(ReportingPeriod, belongs_to_london_days_in_summer_time) {
    // 23:30 in UTC on 31 March 2026 is half past midnight on 1 April in London.
    auto const late = *Instant::parse_iso("2026-03-31T23:30:00Z");
    EXPECT_EQ(quarter_period(FinancialQuarter::containing(london_date(late))).code, "2026-27-Q1");
    auto const winter = *Instant::parse_iso("2025-12-31T23:30:00Z");
    EXPECT_EQ(quarter_period(FinancialQuarter::containing(london_date(winter))).code, "2025-26-Q3");
}

TEST(ReportingPeriod, is_over_the_day_after_its_last) {
    auto const quarter = *parse_period("2025-26-Q4");
    EXPECT_FALSE(quarter.is_over(day("2026-03-31")));
    EXPECT_TRUE(quarter.is_over(day("2026-04-01")));
}

TEST(PreviousPeriod, is_of_the_same_kind) {
    EXPECT_EQ(previous_period(*parse_period("2023-24-Q1"))->code, "2022-23-Q4");
    EXPECT_EQ(previous_period(*parse_period("2026-01"))->code, "2025-12");
    EXPECT_EQ(previous_period(*parse_period("2025-26"))->code, "2024-25");
    EXPECT_FALSE(previous_period(*parse_period("2025-26-Q2-YTD")));
}

TEST(PreviousPeriod, of_dates_is_as_long) {
    EXPECT_EQ(previous_period(*parse_period("2026-03-10..2026-03-19"))->code, "2026-02-28..2026-03-09");
    EXPECT_EQ(previous_period(*parse_period("2026-03-01..2026-04-30"))->code, "2026-01-01..2026-02-28")
        << "whole months";
}

TEST(SamePeriodLastYear, keeps_the_days_of_the_year) {
    EXPECT_EQ(same_period_last_year(*parse_period("2023-24-Q1")).code, "2022-23-Q1");
    EXPECT_EQ(same_period_last_year(*parse_period("2025-26-Q3-YTD")).code, "2024-25-Q3-YTD");
    EXPECT_EQ(same_period_last_year(*parse_period("2024-02-01..2024-02-29")).code, "2023-02-01..2023-02-28");
    EXPECT_EQ(same_period_last_year(*parse_period("2025-02-01..2025-02-28")).code, "2024-02-01..2024-02-29");
    EXPECT_EQ(same_period_last_year(*parse_period("2026-03-10..2026-03-19")).code, "2025-03-10..2025-03-19");
}

TEST(PeriodsUpTo, go_back_in_order) {
    auto const four = periods_up_to(*parse_period("2023-24-Q1"), 5);
    EXPECT_EQ(four.front().code, "2022-23-Q1");
    EXPECT_EQ(four[3].code, "2022-23-Q4");
    EXPECT_EQ(four.back().code, "2023-24-Q1");
    EXPECT_EQ(periods_up_to(*parse_period("2025-26-Q2-YTD"), 2).front().code, "2024-25-Q2-YTD");
}

}  // namespace
}  // namespace doorstep::figures
