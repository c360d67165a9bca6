#pragma once

#include <vector>

#include "html/html.h"
#include "usecases/cases/timeline.h"

namespace doorstep::pages::cases {

/// A chronology, newest first: what, who, when, who may be told of it, the facts and what somebody typed.
void append_timeline(Html& out, std::vector<usecases::cases::TimelineItem> const& items);

}  // namespace doorstep::pages::cases
