#pragma once

#include "storage/events.h"
#include "usecases/cases/view_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::cases {

/// An event in words: its heading, the facts worth showing with their labels, and what somebody typed.
TimelineItem timeline_item(storage::events::StoredEvent const& event, Settings const& settings);

}  // namespace doorstep::usecases::cases
