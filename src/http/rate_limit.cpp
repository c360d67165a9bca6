#include "http/rate_limit.h"

#include <algorithm>

namespace doorstep::http {

bool RateLimit::allow(std::string const& key, Instant now) {
    std::lock_guard lock(mutex_);
    constexpr double minute = 60'000.0;
    if (now.milliseconds() - swept_at_.milliseconds() > 60'000) {
        std::erase_if(buckets_, [&](auto const& entry) {
            return now.milliseconds() - entry.second.at.milliseconds() > 60'000;
        });
        swept_at_ = now;
    }
    auto [found, is_new] = buckets_.try_emplace(key, Bucket{static_cast<double>(per_minute_), now});
    auto& bucket = found->second;
    auto const passed =
        static_cast<double>(std::max<std::int64_t>(0, now.milliseconds() - bucket.at.milliseconds()));
    bucket.left = std::min(static_cast<double>(per_minute_), bucket.left + passed / minute * per_minute_);
    bucket.at = now;
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
}

}  // namespace doorstep::http
