#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/instant.h"

/// Calendars for other programs (RFC 5545), written by libical.
namespace doorstep::documents {

struct CalendarEntry {
    std::string uid;  ///< the same for the same entry, for ever
    std::string summary;
    std::string description;
    Date on;
    std::optional<Instant> at;  ///< a moment; nothing: the whole day
};

std::string write_calendar(std::string const& name, std::vector<CalendarEntry> const& entries,
                           Instant made_at);

}  // namespace doorstep::documents
