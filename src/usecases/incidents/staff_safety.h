#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/incidents/incident.h"
#include "storage/incidents.h"
#include "storage/staff_safety.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

namespace doorstep::usecases {
class Settings;
}

/// The policy on violence and aggression after an incident against staff (M-57 to M-59): its steps are a
/// dated list ("staff-safety-steps"), each a task of the manager with its day. Nobody of staff is named here:
/// who was harmed stands in the words of the incident only, for those who may read it.
namespace doorstep::usecases::incidents {

/// True for a kind of incident against somebody who works for us.
bool is_against_staff(Settings const& settings, std::string_view category);

/// Inside the change that wrote the incident down; nothing for another kind, or when its steps are there.
/// How many steps were made.
int start_staff_safety(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                       domain::incidents::Incident const& incident);

struct StaffSafetyView {
    cases::CaseHeader header;
    storage::incidents::ListedIncident listed;
    std::string category;
    std::vector<storage::staff_safety::Step> steps;
    bool may_start = false;  ///< no step yet, and the viewer may work on the case
};
Expected<StaffSafetyView> view_staff_safety(Context& context, std::string_view reference,
                                            std::string_view incident);
/// For an incident written down before, or of another kind that turns out to be against staff. Refused when
/// it has its steps.
Expected<Done> follow_staff_safety(Context& context, std::string_view reference, std::string_view incident);

}  // namespace doorstep::usecases::incidents
