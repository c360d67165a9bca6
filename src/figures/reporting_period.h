#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace doorstep::figures {

enum class PeriodKind { quarter, year_to_date, year, month, dates };

/// A stretch of days that figures are asked for, and what it is called. Days are London days.
struct ReportingPeriod {
    PeriodKind kind = PeriodKind::quarter;
    Period days;
    std::string code;   ///< "2026-27-Q1", "2026-27-Q1-YTD", "2026-27", "2026-06", "2026-04-01..2026-04-30"
    std::string words;  ///< "Q1 2026/27", "1 April 2026 to 30 April 2026"

    /// Its last day lies before today.
    bool is_over(Date today) const { return days.until <= today; }
    Date last_day() const { return days.until.plus_days(-1); }
};

ReportingPeriod quarter_period(FinancialQuarter quarter);
ReportingPeriod year_to_date_period(FinancialQuarter quarter);
/// April to March: 2025 for 2025/26.
ReportingPeriod year_period(int year_start);
ReportingPeriod month_period(Date any_day);
/// Both days are part of it. Nothing when `last` lies before `first`.
std::optional<ReportingPeriod> dates_period(Date first, Date last);

/// From a code as above; nothing for anything else.
std::optional<ReportingPeriod> parse_period(std::string_view code);

/// The one just before, equally long: the quarter, year or month before; as many whole months before where
/// the dates are whole months, else as many days. Nothing for a year to date.
std::optional<ReportingPeriod> previous_period(ReportingPeriod const& period);
/// The same days a year earlier.
ReportingPeriod same_period_last_year(ReportingPeriod const& period);
/// `count` of the same kind up to this one, oldest first; years to date go back by years.
std::vector<ReportingPeriod> periods_up_to(ReportingPeriod const& period, int count);

}  // namespace doorstep::figures
