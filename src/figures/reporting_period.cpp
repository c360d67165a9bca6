#include "figures/reporting_period.h"

#include <algorithm>

namespace doorstep::figures {
namespace {

constexpr std::string_view year_to_date_end = "-YTD";
constexpr std::string_view between = "..";

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string year_code(int year_start) {
    return std::to_string(year_start) + "-" + two_digits((year_start + 1) % 100);
}

bool is_whole_months(Period days) { return days.from.day() == 1 && days.until.day() == 1; }

int months_between(Date from, Date until) {
    return (until.year() - from.year()) * 12 + until.month() - from.month();
}

/// "2025-26": two years that follow each other, and so never a month.
std::optional<ReportingPeriod> parse_year(std::string_view code) {
    auto const quarter = FinancialQuarter::parse(std::string(code) + "-Q1");
    if (!quarter) return std::nullopt;
    return year_period(quarter->year_start);
}

}  // namespace

ReportingPeriod quarter_period(FinancialQuarter quarter) {
    return {PeriodKind::quarter, quarter.period(), quarter.code(), quarter.words()};
}

ReportingPeriod year_to_date_period(FinancialQuarter quarter) {
    auto const days = quarter.year_to_date();
    return {PeriodKind::year_to_date, days, quarter.code() + std::string(year_to_date_end),
            "1 April " + std::to_string(days.from.year()) + " to " + date_words(days.until.plus_days(-1))};
}

ReportingPeriod year_period(int year_start) {
    FinancialQuarter const last{year_start, 4};
    return {PeriodKind::year, last.year_to_date(), year_code(year_start),
            std::to_string(year_start) + "/" + two_digits((year_start + 1) % 100)};
}

ReportingPeriod month_period(Date any_day) {
    Period const days{any_day.first_of_month(), any_day.last_of_month().plus_days(1)};
    auto const words = date_words(days.from);
    return {PeriodKind::month, days, days.from.iso().substr(0, 7), words.substr(words.find(' ') + 1)};
}

std::optional<ReportingPeriod> dates_period(Date first, Date last) {
    if (last < first) return std::nullopt;
    return ReportingPeriod{PeriodKind::dates,
                           {first, last.plus_days(1)},
                           first.iso() + std::string(between) + last.iso(),
                           first == last ? date_words(first) : date_words(first) + " to " + date_words(last)};
}

std::optional<ReportingPeriod> parse_period(std::string_view code) {
    if (auto const at = code.find(between); at != std::string_view::npos) {
        auto const first = Date::parse_iso(code.substr(0, at));
        auto const last = Date::parse_iso(code.substr(at + between.size()));
        if (!first || !last) return std::nullopt;
        return dates_period(*first, *last);
    }
    if (code.ends_with(year_to_date_end)) {
        auto const quarter = FinancialQuarter::parse(code.substr(0, code.size() - year_to_date_end.size()));
        if (!quarter) return std::nullopt;
        return year_to_date_period(*quarter);
    }
    if (auto const quarter = FinancialQuarter::parse(code)) return quarter_period(*quarter);
    if (code.size() != 7) return std::nullopt;
    // A year wins where both could be meant, as in "2001-02"; nobody has figures of those months.
    if (auto year = parse_year(code)) return year;
    if (auto const month = Date::parse_iso(std::string(code) + "-01")) return month_period(*month);
    return std::nullopt;
}

std::optional<ReportingPeriod> previous_period(ReportingPeriod const& period) {
    switch (period.kind) {
        case PeriodKind::quarter:
            return quarter_period(FinancialQuarter::containing(period.days.from).previous());
        case PeriodKind::year_to_date:
            return std::nullopt;
        case PeriodKind::year:
            return year_period(period.days.from.year() - 1);
        case PeriodKind::month:
            return month_period(period.days.from.plus_days(-1));
        case PeriodKind::dates:
            break;
    }
    auto const from = is_whole_months(period.days)
                          ? period.days.from.plus_months(-months_between(period.days.from, period.days.until))
                          : period.days.from.plus_days(-days_between(period.days.from, period.days.until));
    return dates_period(from, period.days.from.plus_days(-1));
}

ReportingPeriod same_period_last_year(ReportingPeriod const& period) {
    switch (period.kind) {
        case PeriodKind::quarter:
            return quarter_period(FinancialQuarter::containing(period.days.from).same_last_year());
        case PeriodKind::year_to_date:
            return year_to_date_period(FinancialQuarter::containing(period.last_day()).same_last_year());
        case PeriodKind::year:
            return year_period(period.days.from.year() - 1);
        case PeriodKind::month:
            return month_period(period.days.from.plus_months(-12));
        case PeriodKind::dates:
            break;
    }
    // A last day of a month stays one: the year to 29 February 2024 is compared with the year to 28 February.
    auto const last = period.last_day();
    auto const last_before =
        last == last.last_of_month() ? last.plus_months(-12).last_of_month() : last.plus_months(-12);
    return *dates_period(period.days.from.plus_months(-12), last_before);
}

std::vector<ReportingPeriod> periods_up_to(ReportingPeriod const& period, int count) {
    std::vector<ReportingPeriod> found{period};
    while (static_cast<int>(found.size()) < count) {
        auto const before = previous_period(found.back());
        found.push_back(before ? *before : same_period_last_year(found.back()));
    }
    std::reverse(found.begin(), found.end());
    return found;
}

}  // namespace doorstep::figures
