#pragma once

#include <string>

#include "domain/cases/case_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

/// Sets the case's counts of steps from every plan it ever agreed (M-85). Does not save the case.
void count_steps(Change& change, domain::cases::CaseFile& file);

/// Each night: counts what became late overnight. What it did, in words.
std::string refresh_late_steps(Context& context);

}  // namespace doorstep::usecases::plans
