#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/instant.h"

/// "After 6pm", "weekday mornings": when somebody said they may be reached, in their own words. A message
/// outside those hours waits.
namespace doorstep::domain::messages {

/// Some days of the week, and a stretch of each in London time.
struct Hours {
    std::array<bool, 7> days{true, true, true, true, true, true, true};  ///< Monday first
    TimeOfDay from{0, 0};
    std::optional<TimeOfDay> until;  ///< exclusive; nothing: to the end of the day
    bool operator==(Hours const&) const = default;
};

/// Nothing when a single word is not understood: half understood is not understood ("not after 6pm"). Empty
/// words mean any time. "Mornings" are from 9am to midday, "afternoons" to 5pm, "evenings" from 5pm to 9pm,
/// "daytime" from 9am to 5pm.
std::optional<Hours> read_best_times(std::string_view words);

/// Office hours, Monday to Friday: for words that a person has to read.
Hours office_hours();

/// The first moment from `now` on that lies in these hours.
Instant earliest(Hours const& hours, Instant now);
/// When a message may leave, for somebody whose best times are these words.
Instant may_leave_at(std::string_view best_times, Instant now);

}  // namespace doorstep::domain::messages
