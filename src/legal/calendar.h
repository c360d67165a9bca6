#pragma once

#include <vector>

#include "base/working_days.h"

namespace doorstep::legal {

/// The working days of a division, by the bank holidays of law/bank-holidays.toml. Read once; safe from any
/// thread.
WorkingDays const& working_days(Division division);

/// The bank holidays of a division as published, in order: for pages and for landlords' calendars that add
/// days.
std::vector<BankHoliday> const& bank_holidays(Division division);

}  // namespace doorstep::legal
