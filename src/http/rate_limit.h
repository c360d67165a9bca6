#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/instant.h"

namespace doorstep::http {

/// So many within a minute for each key, smoothly: a bucket that holds `per_minute` and fills again over a
/// minute. Per process; what must hold across processes (locking an account) is in the database.
class RateLimit {
  public:
    explicit RateLimit(int per_minute) : per_minute_(per_minute) {}
    /// False when there were too many. Forgets keys that are full again.
    bool allow(std::string const& key, Instant now);

  private:
    struct Bucket {
        double left;
        Instant at;
    };
    int const per_minute_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
    Instant swept_at_;
};

}  // namespace doorstep::http
