#include "domain/incidents/incident.h"

#include "base/text.h"

namespace doorstep::domain::incidents {

Expected<Done> check_incident(Incident const& incident, Date today) {
    if (incident.happened_on > today)
        return refuse_field("date-in-future", "happened-on",
                            "The day it happened must be today or in the past");
    if (text::trim(incident.description).empty())
        return refuse_field("description-missing", "description", "Enter what happened");
    return Done{};
}

Expected<Done> check_strike(Incident const& incident, std::string const& reason) {
    if (incident.is_struck_out())
        return refuse(RefusalKind::conflict, "incident-struck-out", "This incident is struck out already");
    if (text::trim(reason).empty())
        return refuse_field("reason-missing", "reason", "Enter why the incident is struck out");
    return Done{};
}

}  // namespace doorstep::domain::incidents
