#include "legal/calendar.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace doorstep::legal {
namespace {

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

constexpr std::array divisions{Division::england_and_wales, Division::scotland, Division::northern_ireland};

std::vector<std::string> holidays_in(Division division, int year) {
    std::vector<std::string> found;
    for (auto const& holiday : bank_holidays(division))
        if (holiday.on.year() == year) found.push_back(holiday.on.iso().substr(5));
    return found;
}

using Days = std::vector<std::string>;

struct YearOfHolidays {
    int year;
    Days england_and_wales;
    Days scotland;
    Days northern_ireland;
};

// Worked out apart from the published file, from Schedule 1 of the Banking and Financial Dealings Act 1971
// and the proclamations: 2 and 3 June and 19 September 2022, 8 May 2023, and 15 June 2026 in Scotland only
// (Royal Proclamation of 3 February 2026). Easter 2027 is 28 March, although some calendars have it a week
// later.
// clang-format off
std::vector<YearOfHolidays> const years{
    {2022, {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"},
           {"01-03", "01-04", "04-15", "05-02", "06-02", "06-03", "08-01", "09-19", "11-30", "12-26", "12-27"},
           {"01-03", "03-17", "04-15", "04-18", "05-02", "06-02", "06-03", "07-12", "08-29", "09-19", "12-26", "12-27"}},
    {2023, {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"},
           {"01-02", "01-03", "04-07", "05-01", "05-08", "05-29", "08-07", "11-30", "12-25", "12-26"},
           {"01-02", "03-17", "04-07", "04-10", "05-01", "05-08", "05-29", "07-12", "08-28", "12-25", "12-26"}},
    {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"},
           {"01-01", "01-02", "03-29", "05-06", "05-27", "08-05", "12-02", "12-25", "12-26"},
           {"01-01", "03-18", "03-29", "04-01", "05-06", "05-27", "07-12", "08-26", "12-25", "12-26"}},
    {2025, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"},
           {"01-01", "01-02", "04-18", "05-05", "05-26", "08-04", "12-01", "12-25", "12-26"},
           {"01-01", "03-17", "04-18", "04-21", "05-05", "05-26", "07-14", "08-25", "12-25", "12-26"}},
    {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"},
           {"01-01", "01-02", "04-03", "05-04", "05-25", "06-15", "08-03", "11-30", "12-25", "12-28"},
           {"01-01", "03-17", "04-03", "04-06", "05-04", "05-25", "07-13", "08-31", "12-25", "12-28"}},
    {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"},
           {"01-01", "01-04", "03-26", "05-03", "05-31", "08-02", "11-30", "12-27", "12-28"},
           {"01-01", "03-17", "03-26", "03-29", "05-03", "05-31", "07-12", "08-30", "12-27", "12-28"}},
};
// clang-format on

TEST(BankHolidays, are_those_of_the_statutes_and_proclamations) {
    for (auto const& row : years) {
        EXPECT_EQ(holidays_in(Division::england_and_wales, row.year), row.england_and_wales) << row.year;
        EXPECT_EQ(holidays_in(Division::scotland, row.year), row.scotland) << row.year;
        EXPECT_EQ(holidays_in(Division::northern_ireland, row.year), row.northern_ireland) << row.year;
    }
}

TEST(BankHolidays, have_the_counts_of_each_year) {
    std::vector<std::array<std::size_t, 3>> counts;
    for (int year = 2022; year <= 2027; ++year)
        counts.push_back({holidays_in(divisions[0], year).size(), holidays_in(divisions[1], year).size(),
                          holidays_in(divisions[2], year).size()});
    EXPECT_EQ(counts, (std::vector<std::array<std::size_t, 3>>{
                          {10, 11, 12}, {9, 10, 11}, {8, 9, 10}, {8, 9, 10}, {8, 10, 10}, {8, 9, 10}}));
}

TEST(BankHolidays, are_sorted_weekdays_with_a_title) {
    for (auto const division : divisions) {
        auto const& holidays = bank_holidays(division);
        EXPECT_EQ(holidays.front().on, day("2019-01-01"));
        EXPECT_EQ(working_days(division).known_until(), day("2027-12-31"));
        EXPECT_EQ(working_days(division).division(), division);
        for (std::size_t i = 0; i < holidays.size(); ++i) {
            EXPECT_FALSE(holidays[i].title.empty()) << holidays[i].on.iso();
            EXPECT_LT(holidays[i].on.weekday(), Weekday::saturday) << holidays[i].on.iso();
            if (i > 0) {
                EXPECT_LT(holidays[i - 1].on, holidays[i].on);
            }
        }
    }
}

TEST(WorkingDays, pass_over_easter_and_christmas) {
    auto const& calendar = working_days(Division::england_and_wales);
    EXPECT_EQ(calendar.add(day("2026-04-02"), 5), day("2026-04-13"));
    EXPECT_EQ(calendar.add(day("2026-12-21"), 10), day("2027-01-07"));
    EXPECT_EQ(calendar.add(day("2026-12-23"), 2), day("2026-12-29"));
    EXPECT_EQ(calendar.add(day("2026-04-02"), 10), day("2026-04-20"));
}

TEST(WorkingDays, differ_between_divisions) {
    auto const easter_monday = day("2026-04-06");
    EXPECT_FALSE(working_days(Division::england_and_wales).is_working_day(easter_monday));
    EXPECT_TRUE(working_days(Division::scotland).is_working_day(easter_monday));
    EXPECT_EQ(working_days(Division::scotland).add(day("2025-12-31"), 1), day("2026-01-05"));
    EXPECT_EQ(working_days(Division::northern_ireland).add(day("2026-03-16"), 1), day("2026-03-18"));
    EXPECT_EQ(working_days(Division::northern_ireland).add(day("2026-07-10"), 1), day("2026-07-14"));
}

/// The definition, one day after another, with nothing clever in it.
Date add_one_by_one(WorkingDays const& calendar, Date from, int count) {
    for (int i = 0; i < count; ++i) {
        from = from.plus_days(1);
        while (!calendar.is_working_day(from)) from = from.plus_days(1);
    }
    return from;
}

int count_one_by_one(WorkingDays const& calendar, Date from, Date to) {
    int count = 0;
    for (auto date = from.plus_days(1); date <= to; date = date.plus_days(1))
        count += calendar.is_working_day(date) ? 1 : 0;
    return count;
}

class AnyDay : public testing::TestWithParam<Division> {
  protected:
    WorkingDays const& calendar_ = working_days(GetParam());
    std::mt19937 random_{20261121};

    /// From before the first known holiday until after the last.
    Date any_date() {
        auto const first = day("2018-06-01").days_since_1970();
        auto const last = day("2028-12-31").days_since_1970();
        return Date::from_days_since_1970(
            first + static_cast<int>(random_() % static_cast<unsigned>(last - first + 1)));
    }
    int any_count(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
};

constexpr int rounds = 5000;

TEST_P(AnyDay, no_answer_lands_on_a_day_off) {
    for (int i = 0; i < rounds; ++i) {
        auto const from = any_date();
        auto const count = any_count(90);
        ASSERT_TRUE(calendar_.is_working_day(calendar_.add(from, count))) << from.iso() << " + " << count;
        ASSERT_TRUE(calendar_.is_working_day(calendar_.on_or_after(from))) << from.iso();
    }
}

TEST_P(AnyDay, adding_and_counting_follow_the_definition) {
    for (int i = 0; i < rounds; ++i) {
        auto const from = any_date();
        auto const count = 1 + any_count(60);
        auto const to = calendar_.add(from, count);
        ASSERT_EQ(to, add_one_by_one(calendar_, from, count)) << from.iso() << " + " << count;
        ASSERT_EQ(calendar_.count_after(from, to), count) << from.iso() << " + " << count;
        auto const other = any_date();
        if (days_between(from, other) < 400) {
            ASSERT_EQ(calendar_.count_after(from, other), count_one_by_one(calendar_, from, other));
        }
    }
}

TEST_P(AnyDay, adding_nothing_is_the_day_itself_or_the_next_working_day) {
    for (int i = 0; i < rounds; ++i) {
        auto const from = any_date();
        ASSERT_EQ(calendar_.add(from, 0), calendar_.on_or_after(from));
        ASSERT_EQ(calendar_.add(from, 0) == from, calendar_.is_working_day(from));
    }
}

TEST_P(AnyDay, a_later_start_or_a_longer_time_never_ends_sooner) {
    for (int i = 0; i < rounds; ++i) {
        auto const from = any_date();
        auto const later = from.plus_days(any_count(20));
        auto const count = any_count(60);
        ASSERT_LE(calendar_.add(from, count), calendar_.add(later, count)) << from.iso();
        ASSERT_LE(calendar_.add(from, count), calendar_.add(from, count + 1)) << from.iso();
        if (count > 0) {
            ASSERT_LT(calendar_.add(from, count), calendar_.add(from, count + 1)) << from.iso();
        }
    }
}

TEST_P(AnyDay, adding_in_two_steps_is_adding_at_once) {
    for (int i = 0; i < rounds; ++i) {
        auto const from = any_date();
        auto const first = 1 + any_count(30);
        auto const second = 1 + any_count(30);
        ASSERT_EQ(calendar_.add(calendar_.add(from, first), second), calendar_.add(from, first + second))
            << from.iso();
    }
}

TEST_P(AnyDay, clock_changes_leap_days_and_month_ends_are_days_like_others) {
    std::vector<Date> special;
    for (int year = 2019; year <= 2028; ++year) {
        for (int month : {3, 10}) {
            auto sunday = Date::of(year, month, 31).value();
            while (sunday.weekday() != Weekday::sunday) sunday = sunday.plus_days(-1);
            special.push_back(sunday);
        }
        for (int month = 1; month <= 12; ++month)
            special.push_back(Date::of(year, month, 1)->last_of_month());
    }
    for (auto const date : special)
        for (int before = 0; before <= 7; ++before)
            for (int count = 1; count <= 10; ++count) {
                auto const from = date.plus_days(-before);
                ASSERT_EQ(calendar_.add(from, count), add_one_by_one(calendar_, from, count)) << from.iso();
            }
    EXPECT_TRUE(calendar_.is_working_day(day("2024-02-29")));
    EXPECT_EQ(calendar_.add(day("2024-02-28"), 1), day("2024-02-29"));
    EXPECT_EQ(calendar_.add(day("2024-02-29"), 1), day("2024-03-01"));
}

INSTANTIATE_TEST_SUITE_P(Divisions, AnyDay, testing::ValuesIn(divisions), [](auto const& division) {
    std::string name(name_of(division.param));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace doorstep::legal
