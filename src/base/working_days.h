#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"

namespace doorstep {

/// The three divisions that publish bank holidays (Banking and Financial Dealings Act 1971, Schedule 1).
enum class Division { england_and_wales, scotland, northern_ireland };
constexpr auto enum_names(Division) {
    return std::array{EnumName{Division::england_and_wales, "england-and-wales", "England and Wales"},
                      EnumName{Division::scotland, "scotland", "Scotland"},
                      EnumName{Division::northern_ireland, "northern-ireland", "Northern Ireland"}};
}

struct BankHoliday {
    Date on;
    std::string title;
};

/// Working days of one division: not Saturday, not Sunday, not a bank holiday. Immutable and cheap to copy.
class WorkingDays {
  public:
    WorkingDays(Division division, std::vector<BankHoliday> holidays);

    bool is_working_day(Date date) const;
    bool is_bank_holiday(Date date) const;
    /// The day of the event is not counted: day 1 is the next working day, as policies and the Housing
    /// Ombudsman's Complaint Handling Code count. `count` 0 gives `from` when it is a working day, else the
    /// next one. Never lands on a non-working day. A negative `count` is a bug.
    Date add(Date from, int count) const;
    /// How many working days after `from` up to and including `to`; 0 when `to` is not later.
    int count_after(Date from, Date to) const;
    /// The date, or the next working day when it is none.
    Date on_or_after(Date date) const;
    /// Holidays are known up to this day, the end of the last year that has any; later days count weekends
    /// only, and Settings warns a year before.
    Date known_until() const;
    Division division() const;

  private:
    struct Data;
    std::shared_ptr<Data const> data_;
};

}  // namespace doorstep
