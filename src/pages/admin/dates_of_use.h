#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace doorstep::pages::admin {

/// "From 1 April 2026", "1 April 2026 to 31 March 2027", "Always" for what ships and was never otherwise.
/// `until` is the first day no longer.
inline std::string days_in_use(Date from, std::optional<Date> const& until) {
    // Rows that ship without a first day of their own carry this one.
    static auto const always = *Date::of(2000, 1, 1);
    if (!until) return from == always ? "Always" : "From " + date_words(from);
    auto const last = date_words(until->plus_days(-1));
    return from == always ? "Until " + last : date_words(from) + " to " + last;
}

}  // namespace doorstep::pages::admin
