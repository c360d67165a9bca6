#pragma once

#include "usecases/context.h"

namespace doorstep::usecases::work {

/// Counting ends here: the menu says "99+".
inline constexpr int most_counted = 99;

struct MenuCounts {
    int triage = 0;     ///< reports waiting that this viewer may see
    int approvals = 0;  ///< requests they may decide: never their own
};
/// Zero for what the viewer may not see. One statement.
MenuCounts menu_counts(Context& context);

}  // namespace doorstep::usecases::work
