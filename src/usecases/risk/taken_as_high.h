#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::risk {

/// What is known of a report or a case before anybody has assessed the risk.
struct Known {
    std::vector<std::string> kinds;  ///< codes of the list "categories"
    bool hate = false;
    bool in_danger = false;
    bool self_harm = false;
};

/// Whether it counts as high risk until assessed, so that first contact is promised within the time for high
/// risk (Neighbourhood and Community Standard of the Regulator of Social Housing: prompt action): somebody
/// may be in danger or harm themselves; or the landlord's list of kinds, as it was on the day, says so with
/// `high_until_assessed` of one of them. What is hate-related counts as the kinds that the list marks `hate`.
bool is_taken_as_high(Settings const& settings, Known const& known, Date on);

}  // namespace doorstep::usecases::risk
