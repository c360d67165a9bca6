#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/expected.h"
#include "domain/ids.h"

namespace doorstep::domain::people {

using MarkerId = StrongId<struct MarkerIdTag>;

/// What staff must know before they meet somebody, and what to do about it. Never for ever: it stands until a
/// day that is no later than the landlord's standard allows.
struct WarningMarker {
    MarkerId id;
    CaseFileId case_file;
    CasePersonId person;
    std::string warning;     ///< "Has threatened staff with a dog"
    std::string precaution;  ///< "Visit in pairs"
    Date from_on;
    Date until_on;  ///< the last day it stands
    std::optional<AccountId> made_by;
    std::optional<Date> ended_on;
    std::string end_reason;

    bool is_in_force(Date on) const { return !ended_on && from_on <= on && on <= until_on; }
};

/// Refused: no warning or precaution, a last day in the past, or after `latest`.
Expected<Done> check_marker(WarningMarker const& marker, Date latest);

}  // namespace doorstep::domain::people
