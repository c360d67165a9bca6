#pragma once

#include "inputs/reports/questions.h"

/// What is asked of whoever takes a report for somebody.
namespace doorstep::inputs::reports {

/// How and when it reached us: asked of the officer.
Question const& came_question();
/// Before it is sent: what the officer read out, and who may see it.
Question const& taken_check_question();

}  // namespace doorstep::inputs::reports
