#pragma once

#include <filesystem>
#include <string>

#include "usecases/context.h"

namespace doorstep::usecases::upkeep {

/// A copy named by the day, checked when written. Keeps the last 14, and the first of every month for a year.
/// Leaves the copy of this day alone when there is one, and says so.
std::string back_up(Context& context, std::filesystem::path const& folder);

}  // namespace doorstep::usecases::upkeep
