#pragma once

#include "html/html.h"

namespace doorstep::pages::work {

enum class WorkPart { due, changes };
/// The two parts of My work, as sub navigation.
Html work_navigation(WorkPart current);

}  // namespace doorstep::pages::work
