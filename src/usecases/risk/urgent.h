#pragma once

#include "domain/cases/case_file.h"
#include "domain/risk/assessment.h"
#include "usecases/context.h"

namespace doorstep::usecases::risk {

/// Somebody spoke of harming themselves: a task due today, for the owner of the case or, where it has none,
/// whoever assessed.
void make_urgent_task(Change& change, domain::cases::CaseFile const& file,
                      domain::risk::Assessment const& assessment);

}  // namespace doorstep::usecases::risk
