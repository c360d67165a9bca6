#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace doorstep::pages::admin {

/// "from 1 April 2026", "1 April 2026 to 31 March 2027". `until` is the first day no longer.
inline std::string days_in_use(Date from, std::optional<Date> const& until) {
    if (!until) return "From " + date_words(from);
    return date_words(from) + " to " + date_words(until->plus_days(-1));
}

}  // namespace doorstep::pages::admin
