#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/people/people.h"
#include "storage/person_search.h"
#include "storage/reports.h"
#include "usecases/context.h"

namespace doorstep::usecases::find {

/// A person across the cases this viewer may see (C32), their sides kept apart.
struct PersonView {
    domain::people::Person person;
    std::string address;  ///< in one line
    std::vector<storage::person_search::PartInCase> reporting;
    std::vector<storage::person_search::PartInCase> complained_about;
    std::vector<storage::person_search::PartInCase> neutral;
    std::vector<storage::reports::ListedReport> reports;  ///< made by them, for those who see triage

    bool on_both_sides() const { return !reporting.empty() && !complained_about.empty(); }
};

/// Refused as "not found" when the person is on no case that the viewer may see. The view is logged. At most
/// five statements.
Expected<PersonView> view_person(Context& context, PersonId id);

}  // namespace doorstep::usecases::find
