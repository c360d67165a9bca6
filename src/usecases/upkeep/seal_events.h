#pragma once

#include <string>

#include "usecases/context.h"

namespace doorstep::usecases::upkeep {

/// Seals the heads of all event chains that changed (docs/adr/2026-11-21-event-chains.md).
std::string seal_events(Context& context);

}  // namespace doorstep::usecases::upkeep
