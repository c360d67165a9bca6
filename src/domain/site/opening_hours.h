#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/instant.h"

/// When somebody is in the office.
namespace doorstep::domain::site {

struct OpenTimes {
    TimeOfDay opens;
    TimeOfDay closes;  ///< from this minute on it is closed
    bool operator==(OpenTimes const&) const = default;
};

/// A day as a landlord writes it: what stands after the comma in "Monday, 8am to 6pm". Closed is
/// understood too; nothing when the words are neither.
struct WrittenDay {
    std::optional<OpenTimes> times;  ///< nothing: closed
};
std::optional<WrittenDay> read_opening_day(std::string_view words);

/// When the office is open on a day; nothing while it is closed all day.
using HoursOn = std::function<std::optional<OpenTimes>(Date)>;

/// Whether somebody is there, in London time.
bool is_open(Instant now, HoursOn const& hours_on);
/// The next moment from `now` on when the office opens; nothing when it is open, or does not open within a
/// month.
std::optional<Instant> opens_next(Instant now, HoursOn const& hours_on);

}  // namespace doorstep::domain::site
