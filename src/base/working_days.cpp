#include "base/working_days.h"

#include <algorithm>
#include <cstdint>

#include "base/assert.h"

namespace doorstep {

struct WorkingDays::Data {
    Division division;
    std::vector<Date> holidays;          ///< sorted, each once
    std::vector<Date> weekday_holidays;  ///< those that take a working day away
    Date known_until;
};

namespace {

bool is_weekend(Date date) { return date.weekday() >= Weekday::saturday; }

/// Mondays to Fridays up to and including `date`, from a Monday long before any date here.
std::int64_t weekdays_up_to(Date date) {
    // 1 January of year 1 was a Monday, 719162 days before 1970.
    auto const days = std::int64_t{date.days_since_1970()} + 719'162 + 1;
    return days / 7 * 5 + std::min<std::int64_t>(days % 7, 5);
}

std::int64_t working_days_up_to(std::vector<Date> const& weekday_holidays, Date date) {
    auto const later = std::upper_bound(weekday_holidays.begin(), weekday_holidays.end(), date);
    return weekdays_up_to(date) - (later - weekday_holidays.begin());
}

}  // namespace

WorkingDays::WorkingDays(Division division, std::vector<BankHoliday> holidays) {
    auto data = std::make_shared<Data>();
    data->division = division;
    for (auto const& holiday : holidays) data->holidays.push_back(holiday.on);
    std::sort(data->holidays.begin(), data->holidays.end());
    data->holidays.erase(std::unique(data->holidays.begin(), data->holidays.end()), data->holidays.end());
    for (auto const holiday : data->holidays)
        if (!is_weekend(holiday)) data->weekday_holidays.push_back(holiday);
    // Bank holidays are published for whole calendar years.
    if (!data->holidays.empty()) data->known_until = *Date::of(data->holidays.back().year(), 12, 31);
    data_ = std::move(data);
}

bool WorkingDays::is_bank_holiday(Date date) const {
    return std::binary_search(data_->holidays.begin(), data_->holidays.end(), date);
}

bool WorkingDays::is_working_day(Date date) const { return !is_weekend(date) && !is_bank_holiday(date); }

Date WorkingDays::on_or_after(Date date) const {
    while (!is_working_day(date)) date = date.plus_days(1);
    return date;
}

Date WorkingDays::add(Date from, int count) const {
    DOORSTEP_ASSERT(count >= 0, "working days are only counted forwards");
    if (count == 0) return on_or_after(from);
    auto const wanted = working_days_up_to(data_->weekday_holidays, from) + count;
    // A day adds at most one working day, so moving on by what is missing never passes the answer; and the
    // last move ends on the answer itself, because every day of it was a working day.
    auto date = from;
    while (auto const missing = wanted - working_days_up_to(data_->weekday_holidays, date))
        date = date.plus_days(static_cast<int>(missing));
    return date;
}

int WorkingDays::count_after(Date from, Date to) const {
    if (to <= from) return 0;
    return static_cast<int>(working_days_up_to(data_->weekday_holidays, to) -
                            working_days_up_to(data_->weekday_holidays, from));
}

Date WorkingDays::known_until() const { return data_->known_until; }
Division WorkingDays::division() const { return data_->division; }

}  // namespace doorstep
