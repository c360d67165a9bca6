#include "legal/standard_row.h"

#include "base/assert.h"
#include "base/text.h"

namespace doorstep::legal {

bool is_period_of_days(Unit unit) {
    return unit == Unit::working_days || unit == Unit::days || unit == Unit::weeks || unit == Unit::months;
}

std::string words_for(int value, Unit unit) {
    switch (unit) {
        case Unit::working_days:
            return text::count_of(value, "working day", "working days");
        case Unit::days:
            return text::count_of(value, "day", "days");
        case Unit::weeks:
            return text::count_of(value, "week", "weeks");
        case Unit::months:
            return text::count_of(value, "month", "months");
        case Unit::hours:
            return text::count_of(value, "hour", "hours");
        case Unit::minutes:
            return text::count_of(value, "minute", "minutes");
        case Unit::bytes:
            return text::count_of(value, "byte", "bytes");
        case Unit::count:
            return text::thousands(value);
        case Unit::percent:
            return text::thousands(value) + "%";
        case Unit::yes_no:
            return value == 0 ? "No" : "Yes";
    }
    DOORSTEP_ASSERT(false, "a unit without words");
}

}  // namespace doorstep::legal
