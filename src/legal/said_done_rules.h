#pragma once

#include "domain/surveys/said_done.h"

namespace doorstep::legal {

/// standards/surveys/said_done.toml, read once.
domain::surveys::SaidDoneRules const& said_done_rules();

}  // namespace doorstep::legal
