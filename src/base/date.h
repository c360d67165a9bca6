#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace doorstep {

enum class Weekday { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A civil date in the proleptic Gregorian calendar, as people and the law use it: always the London
/// calendar, never an instant. Years 1 to 9999.
class Date {
  public:
    /// 1 January 1970; use the factories.
    constexpr Date() = default;

    static constexpr Date from_days_since_1970(std::int32_t days) { return Date(days); }
    /// Nothing when the day does not exist (30 February) or the year is out of range.
    static std::optional<Date> of(int year, int month, int day);
    /// Strict "2026-11-21".
    static std::optional<Date> parse_iso(std::string_view text);

    int year() const;
    int month() const;  ///< 1 to 12
    int day() const;    ///< 1 to 31
    Weekday weekday() const;
    constexpr std::int32_t days_since_1970() const { return days_; }

    constexpr Date plus_days(int days) const { return Date(days_ + days); }
    /// The same day of the month `months` later; where that day does not exist, the month's last day.
    Date plus_months(int months) const;
    Date first_of_month() const;
    Date last_of_month() const;

    /// "2026-11-21"
    std::string iso() const;

    constexpr auto operator<=>(Date const&) const = default;

  private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;
};

/// Whole days from `from` to `to`; negative when `to` is earlier.
constexpr int days_between(Date from, Date to) { return to.days_since_1970() - from.days_since_1970(); }

/// "7 September 2023", as people read it. Welsh in date_words_welsh.
std::string date_words(Date date);
std::string date_words_welsh(Date date);
/// "7 Sep" for tight columns and chart labels.
std::string date_short_words(Date date);
/// "Thursday 7 September"
std::string date_words_with_weekday(Date date);

/// [from, until): `until` is the day after the last one.
struct Period {
    Date from;
    Date until;
    bool contains(Date date) const { return from <= date && date < until; }
    auto operator<=>(Period const&) const = default;
};

/// A quarter of an April to March financial year: Q1 2023/24 is April to June 2023.
struct FinancialQuarter {
    int year_start = 0;  ///< 2023 for 2023/24
    int quarter = 1;     ///< 1 to 4

    static FinancialQuarter containing(Date date);
    /// "2023-24-Q1"
    static std::optional<FinancialQuarter> parse(std::string_view text);

    Period period() const;
    Period year_to_date() const;
    FinancialQuarter previous() const;
    FinancialQuarter same_last_year() const { return {year_start - 1, quarter}; }
    std::string code() const;   ///< "2023-24-Q1"
    std::string words() const;  ///< "Q1 2023/24"
    auto operator<=>(FinancialQuarter const&) const = default;
};

}  // namespace doorstep
