#include "web/site/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace doorstep::web {

void Metrics::count(std::string_view route, int status, std::chrono::microseconds duration) {
    auto const seconds = static_cast<double>(duration.count()) / 1e6;
    auto const bucket = std::lower_bound(limits.begin(), limits.end(), seconds) - limits.begin();
    std::lock_guard lock(mutex_);
    auto found = routes_.find(route);
    if (found == routes_.end()) found = routes_.emplace(std::string(route), Route{}).first;
    auto& counts = found->second;
    ++counts.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
    ++counts.by_time[static_cast<std::size_t>(bucket)];
    counts.seconds += seconds;
    ++counts.requests;
}

void Metrics::count_refused(std::string_view why) {
    std::lock_guard lock(mutex_);
    auto found = refused_.find(why);
    if (found == refused_.end()) found = refused_.emplace(std::string(why), 0).first;
    ++found->second;
}

std::string Metrics::text(ServerCounts const& server, std::int64_t start_milliseconds) const {
    std::string out;
    auto const gauge = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
        out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, type, help, value);
    };
    gauge("doorstep_connections_open", "gauge", "Connections now", server.open_connections);
    gauge("doorstep_connections_total", "counter", "Connections accepted", server.connections);
    gauge("doorstep_requests_rejected_total", "counter", "Requests the server itself refused",
          server.rejected);
    gauge("doorstep_requests_timed_out_total", "counter", "Connections closed at a deadline",
          server.timed_out);
    gauge("process_start_time_seconds", "gauge", "Start of the process",
          static_cast<double>(start_milliseconds) / 1000);

    std::lock_guard lock(mutex_);
    out +=
        "# HELP doorstep_refused_total Requests refused before a page\n# TYPE doorstep_refused_total "
        "counter\n";
    for (auto const& [why, count] : refused_)
        out += fmt::format("doorstep_refused_total{{why=\"{}\"}} {}\n", why, count);
    out +=
        "# HELP doorstep_requests_total Requests by route and class of status\n# TYPE "
        "doorstep_requests_total counter\n";
    for (auto const& [route, counts] : routes_)
        for (std::size_t status = 1; status < counts.by_class.size(); ++status)
            if (counts.by_class[status] > 0)
                out += fmt::format("doorstep_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", route,
                                   status, counts.by_class[status]);
    out += "# HELP doorstep_request_seconds Time to answer\n# TYPE doorstep_request_seconds histogram\n";
    for (auto const& [route, counts] : routes_) {
        std::uint64_t below = 0;
        for (std::size_t n = 0; n < limits.size(); ++n) {
            below += counts.by_time[n];
            out += fmt::format("doorstep_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route,
                               limits[n], below);
        }
        out += fmt::format("doorstep_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", route,
                           counts.requests);
        out += fmt::format("doorstep_request_seconds_sum{{route=\"{}\"}} {}\n", route, counts.seconds);
        out += fmt::format("doorstep_request_seconds_count{{route=\"{}\"}} {}\n", route, counts.requests);
    }
    return out;
}

}  // namespace doorstep::web
