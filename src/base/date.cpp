#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "base/assert.h"
#include "base/digits.h"

namespace doorstep {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> welsh_month_names{"Ionawr", "Chwefror", "Mawrth",     "Ebrill",
                                                             "Mai",    "Mehefin",  "Gorffennaf", "Awst",
                                                             "Medi",   "Hydref",   "Tachwedd",   "Rhagfyr"};
constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};

year_month_day civil(Date date) { return sys_days(days(date.days_since_1970())); }

Date date_of(year_month_day civil_date) {
    return Date::from_days_since_1970(
        static_cast<std::int32_t>(sys_days(civil_date).time_since_epoch().count()));
}

/// Written by hand: a long list asks for thousands.
std::string words_with(Date date, std::array<std::string_view, 12> const& names) {
    auto const here = civil(date);
    auto const month = names[static_cast<unsigned>(here.month()) - 1];
    std::string words;
    words.reserve(month.size() + 8);
    words += std::to_string(static_cast<unsigned>(here.day()));
    words += ' ';
    words += month;
    words += ' ';
    words += std::to_string(static_cast<int>(here.year()));
    return words;
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    year_month_day const wanted(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                std::chrono::day(static_cast<unsigned>(day)));
    if (!wanted.ok()) return std::nullopt;
    return date_of(wanted);
}

std::optional<Date> Date::parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = digits(text.substr(0, 4));
    auto const month = digits(text.substr(5, 2));
    auto const day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, *month, *day);
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

Weekday Date::weekday() const {
    return static_cast<Weekday>(std::chrono::weekday(sys_days(days(days_))).iso_encoding());
}

Date Date::plus_months(int months) const {
    auto moved = civil(*this) + std::chrono::months(months);
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return date_of(moved);
}

Date Date::first_of_month() const { return plus_days(1 - day()); }

Date Date::last_of_month() const {
    auto const here = civil(*this);
    return date_of(here.year() / here.month() / std::chrono::last);
}

std::string Date::iso() const {
    auto const here = civil(*this);
    auto const year = static_cast<int>(here.year());
    DOORSTEP_ASSERT(year >= 1 && year <= 9999, "a date outside the years 1 to 9999");
    std::string text;
    append_digits(text, year, 4);
    text += '-';
    append_digits(text, static_cast<int>(static_cast<unsigned>(here.month())), 2);
    text += '-';
    append_digits(text, static_cast<int>(static_cast<unsigned>(here.day())), 2);
    return text;
}

std::string date_words(Date date) { return words_with(date, month_names); }
std::string date_words_welsh(Date date) { return words_with(date, welsh_month_names); }

std::string date_short_words(Date date) {
    return fmt::format("{} {}", date.day(),
                       month_names[static_cast<std::size_t>(date.month() - 1)].substr(0, 3));
}

std::string date_words_with_weekday(Date date) {
    return fmt::format("{} {} {}", weekday_names[static_cast<std::size_t>(date.weekday()) - 1], date.day(),
                       month_names[static_cast<std::size_t>(date.month() - 1)]);
}

FinancialQuarter FinancialQuarter::containing(Date date) {
    auto const april_based = date.plus_months(-3);
    return {april_based.year(), (april_based.month() - 1) / 3 + 1};
}

std::optional<FinancialQuarter> FinancialQuarter::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text.substr(7, 2) != "-Q") return std::nullopt;
    auto const start = digits(text.substr(0, 4));
    auto const end = digits(text.substr(5, 2));
    auto const quarter = digits(text.substr(9, 1));
    if (!start || !end || !quarter) return std::nullopt;
    if (*start < 1 || *start > 9998 || *end != (*start + 1) % 100 || *quarter < 1 || *quarter > 4)
        return std::nullopt;
    return FinancialQuarter{*start, *quarter};
}

Period FinancialQuarter::period() const {
    auto const april = date_of(std::chrono::year(year_start) / 4 / 1);
    return {april.plus_months(3 * (quarter - 1)), april.plus_months(3 * quarter)};
}

Period FinancialQuarter::year_to_date() const {
    return {FinancialQuarter{year_start, 1}.period().from, period().until};
}

FinancialQuarter FinancialQuarter::previous() const {
    return quarter == 1 ? FinancialQuarter{year_start - 1, 4} : FinancialQuarter{year_start, quarter - 1};
}

std::string FinancialQuarter::code() const {
    return fmt::format("{:04}-{:02}-Q{}", year_start, (year_start + 1) % 100, quarter);
}

std::string FinancialQuarter::words() const {
    return fmt::format("Q{} {:04}/{:02}", quarter, year_start, (year_start + 1) % 100);
}

}  // namespace doorstep
