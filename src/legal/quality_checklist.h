#pragma once

#include "domain/quality/quality_check.h"

namespace doorstep::legal {

/// standards/quality/checklist.toml, read once.
domain::quality::Checklist const& quality_checklist();

}  // namespace doorstep::legal
