#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/order_matches.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

/// An order that something may have broken, and why we think so.
struct PossibleBreach {
    storage::order_matches::NearOrder near;
    std::string order_words;    ///< "Injunction, clause 2"
    std::string why;            ///< "Inside its zone, on this case"
    std::optional<int> metres;  ///< from the zone of the clause; 0 inside
};

/// Suggestions, never findings: an order in force at that time on this case, at this address, or with a zone
/// that lies there or near. Nearest first. Only what the viewer may see.
std::vector<PossibleBreach> possible_breaches(Context& context, CaseFileId file,
                                              std::optional<AddressId> address, Date on,
                                              std::optional<TimeOfDay> time);

}  // namespace doorstep::usecases::orders
