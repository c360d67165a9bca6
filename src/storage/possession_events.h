#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// What on file can open the absolute ground for possession.
namespace doorstep::storage::possession_events {

/// A closure order of the case, or a proved breach of its injunction.
struct PossessionEvent {
    std::string kind;  ///< of the action: "closure", "injunction", "criminal-behaviour-order"
    LegalOrderId order;
    Date on;  ///< the order was made, or the breach was found
    Instant from_at;
    std::optional<Instant> stops_at;  ///< of a closure order
};
/// In order of their day.
std::vector<PossessionEvent> of_case(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage::possession_events
