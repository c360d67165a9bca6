#pragma once

#include <string>

#include "usecases/context.h"

namespace doorstep::usecases::upkeep {

/// Removes what has ended and is no record of anything: sessions, keys of pressed buttons, drafts past their
/// last day with their files.
std::string clear_ended(Context& context);

}  // namespace doorstep::usecases::upkeep
