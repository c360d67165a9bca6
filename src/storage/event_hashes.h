#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "storage/events.h"

/// How an event is hashed; for the files of storage/ that append and verify.
namespace doorstep::storage::events {

/// What the hash of an event covers, besides the hash before it.
struct Hashed {
    std::int64_t sequence;
    Instant at;
    std::string_view kind;
    std::string_view actor;
    std::string_view actor_name;
    std::string_view door;
    std::string_view subject;
    std::string_view redacted_hash;
    std::string_view detail_hash;
};

std::string hash_of(std::string_view previous, Hashed const& event);
/// Of an event as it stands, redacted or not. Empty when it cannot be one that was recorded: its detail is
/// not the detail of an event, or its day is not that of its moment.
std::string hash_of_stored(std::string_view previous, StoredEvent const& event);

/// The columns that `read_event` reads, in its order.
#define EVENT_COLUMNS                                                                                  \
    "chain_id, sequence, at, on_day, kind, actor_id, actor_name, door, subject_id, detail, redacted, " \
    "detail_hash, hash"
StoredEvent read_event(sql::Row& row);

}  // namespace doorstep::storage::events
