#pragma once

#include "domain/cases/case_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::risk {

/// Makes the case stand as the newest assessments of its people say: band, score, the day of the next
/// assessment with its work item, the order of all its work, and the contact clocks of everybody who reported
/// (M-76, M-78). Saves the people, not the case.
void apply_risk(Change& change, Settings const& settings, domain::cases::CaseFile& file);

}  // namespace doorstep::usecases::risk
