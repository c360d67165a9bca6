#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/expected.h"
#include "storage/incidents.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/orders/possible_breaches.h"

namespace doorstep::usecases::incidents {

struct IncidentsView {
    cases::CaseHeader header;
    std::vector<storage::incidents::ListedIncident> incidents;   ///< newest first
    std::vector<std::string> category_labels;                    ///< of each
    std::vector<storage::incidents::ListedIncident> struck_out;  ///< on the first page
    /// Of one incident: orders that it may have broken.
    std::vector<orders::PossibleBreach> possible_breaches;
    int page = 1;
    int pages = 1;
};
/// A page of 25.
Expected<IncidentsView> view_incidents(Context& context, std::string_view reference, int page);
/// One of them.
Expected<IncidentsView> view_incident(Context& context, std::string_view reference, std::string_view id);

/// What the form asks from: who of the case may have told us, and kinds.
struct IncidentFormView {
    cases::CaseHeader header;
    std::vector<std::pair<CasePersonId, std::string>> people;
    std::vector<std::pair<std::string, std::string>> categories;  ///< code and label
    std::string category;                                         ///< of the case
    std::string place;
};
Expected<IncidentFormView> view_incident_form(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::incidents
