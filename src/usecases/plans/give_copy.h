#pragma once

#include <cstdint>
#include <string>

#include "base/expected.h"
#include "domain/plans/plan.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

struct GiveCopy {
    std::string reference;  ///< of the case
    Date given_on;
    domain::plans::CopyHow how{};
};

/// Writes down that the complainant was given a copy of the agreed plan (M-84). Refused without an agreed
/// plan, in the future, and before it was agreed.
Expected<Done> give_copy(Context& context, GiveCopy const& input);

}  // namespace doorstep::usecases::plans
