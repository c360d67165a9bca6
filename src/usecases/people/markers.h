#pragma once

#include <string>

#include "base/expected.h"
#include "domain/people/marker.h"
#include "usecases/context.h"

/// Warning markers: what staff must know before they meet somebody of a case, until a day.
namespace doorstep::usecases::people {

/// The last day a marker added today may stand (sla.warning_marker_months).
Date latest_marker_day(Context& context);

struct AddMarker {
    std::string reference;
    CasePersonId person;
    std::string warning;
    std::string precaution;
    Date until;
};
Expected<domain::people::MarkerId> add_marker(Context& context, AddMarker const& input);

struct EndMarker {
    std::string reference;
    CasePersonId person;
    domain::people::MarkerId marker;
    std::string reason;
};
/// Ends today. Refused: no reason, ended already, a marker of another person.
Expected<Done> end_marker(Context& context, EndMarker const& input);

}  // namespace doorstep::usecases::people
