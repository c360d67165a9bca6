#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "web/server.h"

namespace doorstep::web {

/// Counts for Prometheus, by route pattern and class of status: never by address or person.
class Metrics {
  public:
    void count(std::string_view route, int status, std::chrono::microseconds duration);
    void count_refused(std::string_view why);  ///< "csrf", "rate", "forbidden"
    /// Prometheus text format 0.0.4.
    std::string text(ServerCounts const& server, std::int64_t start_milliseconds) const;

  private:
    static constexpr std::array<double, 10> limits{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    struct Route {
        std::array<std::uint64_t, 6> by_class{};
        std::array<std::uint64_t, limits.size() + 1> by_time{};
        double seconds = 0;
        std::uint64_t requests = 0;
    };
    mutable std::mutex mutex_;
    std::map<std::string, Route, std::less<>> routes_;
    std::map<std::string, std::uint64_t, std::less<>> refused_;
};

}  // namespace doorstep::web
