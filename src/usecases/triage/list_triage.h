#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/reports.h"
#include "usecases/context.h"

namespace doorstep::usecases::triage {

inline constexpr int reports_on_a_page = 25;

/// What arrived and waits for a decision (C03): danger, then self-harm, then the clock.
struct TriageView {
    storage::reports::Queue queue{};
    struct Waiting {
        storage::reports::ListedReport listed;
        std::string kinds;  ///< "Noise, Drugs"
        bool looked_at_by_me = false;
    };
    std::vector<Waiting> reports;
    int total = 0;  ///< in this queue
    int page = 1;
    int pages = 1;
    bool sees_restricted = false;
    int restricted = 0;  ///< waiting in the restricted queue, for those who see it (M-63)
    int ordinary = 0;
    std::optional<Instant> last_arrival;  ///< asked for only when nothing waits
};

/// At most five statements.
Expected<TriageView> list_triage(Context& context, storage::reports::Queue queue, int page);

}  // namespace doorstep::usecases::triage
