#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/incidents/incident.h"
#include "usecases/incidents/view_incidents.h"

namespace doorstep::usecases::incidents {

/// What was written down, put right. It stays the same incident, with its number and its report.
struct EditIncident {
    std::string reference;  ///< of the case
    IncidentId id;
    std::int64_t version = 0;  ///< as the form saw it
    Date happened_on;
    std::optional<TimeOfDay> happened_time;
    std::string category;
    std::string place_text;
    std::string description;
    domain::incidents::Source source = domain::incidents::Source::complainant;
    std::optional<CasePersonId> person;
};
/// The event keeps what it said before and after. Refused: what check_incident refuses, a kind that is not on
/// the list, somebody of another case, one that is struck out, changed meanwhile.
Expected<Done> edit_incident(Context& context, EditIncident const& input);

struct StrikeIncident {
    std::string reference;
    IncidentId id;
    std::int64_t version = 0;
    std::string reason;
};
/// It was a mistake: it stays in the history with the reason, and counts no more. Refused: no reason, struck
/// out before, changed meanwhile.
Expected<Done> strike_incident(Context& context, StrikeIncident const& input);

struct EditIncidentView {
    IncidentFormView form;
    EditIncident stored;
};
/// Refused besides: one that is struck out.
Expected<EditIncidentView> view_edit_incident(Context& context, std::string_view reference,
                                              std::string_view id);

}  // namespace doorstep::usecases::incidents
