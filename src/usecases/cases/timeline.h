#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "domain/events/kinds.h"
#include "storage/events.h"
#include "usecases/settings.h"

/// Events in words, for the chronology of a case (C09).
namespace doorstep::usecases::cases {

struct TimelineFact {
    std::string_view label;
    std::string value;
    int rank = 0;  ///< they stand in this order
};

/// One line of the chronology, its words already chosen.
struct TimelineItem {
    std::int64_t sequence = 0;  ///< of the event; of the newest of them for a folded line
    Instant at;
    domain::events::EventKind const* kind = nullptr;  ///< nothing for a folded line and an unknown kind
    std::string heading;
    std::string by;
    domain::events::Audience audience = domain::events::Audience::staff;
    std::vector<TimelineFact> facts;
    std::string said;  ///< free text somebody typed
    bool by_program = false;
};

/// Names for ids that events carry, as the viewer may see them: people of the case, its officers.
using TimelineNames = std::vector<std::pair<std::string, std::string>>;

/// An event in words: its heading, the facts worth showing with their labels, and what somebody typed.
TimelineItem timeline_item(storage::events::ShownEvent const& event, Settings const& settings,
                           TimelineNames const& names = {});

/// What the program did by itself in one line a day, at the place of the newest of that day. The rest stays
/// as it is. Items come newest first.
std::vector<TimelineItem> with_program_folded(std::vector<TimelineItem> items);

}  // namespace doorstep::usecases::cases
