#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"

namespace doorstep::legal {

enum class Unit { working_days, days, weeks, months, hours, minutes, count, bytes, percent, yes_no };
constexpr auto enum_names(Unit) {
    return std::array{EnumName{Unit::working_days, "working-days", "working days"},
                      EnumName{Unit::days, "days", "days"},
                      EnumName{Unit::weeks, "weeks", "weeks"},
                      EnumName{Unit::months, "months", "months"},
                      EnumName{Unit::hours, "hours", "hours"},
                      EnumName{Unit::minutes, "minutes", "minutes"},
                      EnumName{Unit::count, "count", "Number"},
                      EnumName{Unit::bytes, "bytes", "bytes"},
                      EnumName{Unit::percent, "percent", "%"},
                      EnumName{Unit::yes_no, "yes-no", "Yes or no"}};
}

/// Counted in days of the calendar, so that it ends on a Date.
bool is_period_of_days(Unit unit);

/// "5 working days", "1 month", "100%", "Yes"; a bare count is "3".
std::string words_for(int value, Unit unit);

/// How a period counts the day of its event. Statutes say either: "within 21 days beginning with the date of"
/// counts it, "within 14 days following the date of" does not.
enum class Counting { following, beginning_with };
constexpr auto enum_names(Counting) {
    return std::array{EnumName{Counting::following, "following", "The day of the event is not counted"},
                      EnumName{Counting::beginning_with, "beginning-with", "The day of the event is day 1"}};
}

/// One value of one standard for a stretch of time: a row of standards/*.toml, or a landlord's own in its
/// place.
struct StandardRow {
    std::string id;          ///< one of standard_ids
    std::string applies_to;  ///< one of standard_scopes; empty: to all that no narrower row covers
    std::string title;
    int value = 0;  ///< 1 and 0 for yes and no
    Unit unit = Unit::count;
    std::optional<Counting> counting;  ///< for periods of days only
    Date in_force_from;
    std::optional<Date> in_force_until;  ///< the first day on which it no longer applies
    std::string source;
    std::string note;
    std::string evidence = "-";        ///< how sure we are of a row that repeats the law: see legal::Evidence
    std::vector<std::string> nations;  ///< where a row that repeats the law extends to; empty: everywhere

    bool is_in_force(Date date) const {
        return in_force_from <= date && (!in_force_until || date < *in_force_until);
    }
};

}  // namespace doorstep::legal
