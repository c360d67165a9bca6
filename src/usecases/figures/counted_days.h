#pragma once

#include <stop_token>
#include <string>

#include "usecases/context.h"

/// Keeping up the figures of days that are over (storage/counted_days.h). What was done, in words for the
/// settings page. Both leave off between two days when they are asked to stop.
namespace doorstep::usecases::figures {

/// Counts what is not kept, or was forgotten because a record of it changed.
std::string count_days(Context& context, std::stop_token const& stop = {});

/// Every night all that is kept is counted again from the records, and whatever differs is said and
/// forgotten. Nothing ever should.
std::string check_counted_days(Context& context, std::stop_token const& stop = {});

}  // namespace doorstep::usecases::figures
