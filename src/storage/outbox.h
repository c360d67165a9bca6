#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/instant.h"
#include "storage/sql/database.h"

namespace doorstep::storage::outbox {

/// What has not gone out, by channel.
struct Waiting {
    std::string channel;  ///< letter, email, text
    std::int64_t waiting = 0;
    std::int64_t failed = 0;
    Instant oldest_at;
};
std::vector<Waiting> waiting(sql::Read& tx);

}  // namespace doorstep::storage::outbox
