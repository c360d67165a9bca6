#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/incidents/incident.h"
#include "usecases/context.h"

namespace doorstep::usecases::incidents {

struct AddIncident {
    std::string reference;  ///< of the case
    Date happened_on;
    std::optional<TimeOfDay> happened_time;
    std::string category;  ///< of the list; the case's own when empty
    std::string place_text;
    std::string description;
    domain::incidents::Source source = domain::incidents::Source::complainant;
    std::optional<CasePersonId> person;  ///< of the case, who told us
};
/// Refused: a day in the future, nothing said, a kind that is not on the list, somebody of
/// another case.
Expected<IncidentId> add_incident(Context& context, AddIncident const& input);

}  // namespace doorstep::usecases::incidents
