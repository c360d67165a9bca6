#pragma once

#include <string>

#include "base/expected.h"
#include "domain/interventions/intervention.h"
#include "usecases/context.h"

namespace doorstep::usecases::interventions {

struct RecordIntervention {
    std::string reference;  ///< of the case
    /// What was typed; ids, track and times are set here. Without a day for the answer a referral gets the
    /// catalogue's.
    domain::interventions::Intervention step;
};

struct InterventionRecorded {
    InterventionId id;
    std::optional<Date> respond_by;  ///< a referral is chased from then on
};

/// Records a step taken (C17, M-89 to M-92). Refused: what check_intervention refuses, a step that is not in
/// the catalogue on its day, a legal one, a recipient who is not on the case, a closed case.
Expected<InterventionRecorded> record_intervention(Context& context, RecordIntervention const& input);

}  // namespace doorstep::usecases::interventions
