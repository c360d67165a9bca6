#pragma once

#include <string>
#include <vector>

#include "storage/events.h"

/// Chains that are made whole, for filling a new site: hashed away from the database, on any thread, and
/// written without looking at a head.
namespace doorstep::storage::events {

struct WholeChain {
    Chain chain;
    std::vector<NewEvent> events;     ///< in order
    std::vector<std::string> hashes;  ///< one of each event, once sealed
};

/// Computes the hashes. What `append` would have stored, event by event, is what `insert` writes.
void seal(WholeChain& chain);

/// Writes a sealed chain that is not there yet, with its head.
void insert(sql::Write& tx, WholeChain const& chain);

}  // namespace doorstep::storage::events
