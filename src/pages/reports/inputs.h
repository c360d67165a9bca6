#pragma once

#include "inputs/reports/kinds.h"
#include "inputs/reports/steps.h"
#include "inputs/reports/taken.h"
#include "inputs/reports/whole_report.h"

namespace doorstep::pages::reports {

using namespace inputs::reports;

}  // namespace doorstep::pages::reports
