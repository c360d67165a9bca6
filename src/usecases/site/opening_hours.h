#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/site/opening_hours.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::site {

/// The landlord's opening hours: the dated list of that name, and its line for bank holidays of the site's
/// division. A day whose line cannot be understood is closed.
std::optional<domain::site::OpenTimes> hours_on(Settings const& settings, Date day);

/// While nobody is in the office, when somebody is there again; nothing while somebody is.
struct Closed {
    std::optional<Instant> until;  ///< nothing when no day within a month is open
};
std::optional<Closed> office_closed(Settings const& settings, Instant now);

/// "8am on Thursday 11 June 2026", "8am ddydd Iau 11 Mehefin 2026"
std::string opening_words(Instant opens, std::string_view language);

/// For a letter about what arrived while the office was closed; empty when it was open.
std::string arrived_out_of_hours(Settings const& settings, Instant arrived, std::string_view language);

}  // namespace doorstep::usecases::site
