#pragma once

#include <optional>
#include <string>

#include "usecases/context.h"

namespace doorstep::usecases {

/// What the context's key (Context::once) was used for before.
struct UsedBefore {
    std::string fingerprint;  ///< of what was asked then
    std::string answer;       ///< empty while it is not known
};
/// Nothing when nobody used it. As it stands now, not at the context's snapshot: another request may have
/// used the same key meanwhile.
std::optional<UsedBefore> used_before(Context& context);

}  // namespace doorstep::usecases
