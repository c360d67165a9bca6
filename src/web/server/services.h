#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

#include "web/server.h"
#include "web/server/trusted_proxies.h"
#include "web/server/worker_pool.h"

namespace doorstep::web::server {

/// Whether a connection is served, or only told that there is no room.
enum class Admission { served, turned_away };

/// Connections now open, in all and by address.
class OpenConnections {
  public:
    /// Counted as long as it lives.
    class Place {
      public:
        Place(OpenConnections& all, IpAddress const& address, Admission admission)
            : all_(all), key_(key_of(address)), admission_(admission) {
            all_.add(key_, admission_);
        }
        ~Place() { all_.remove(key_, admission_); }
        Place(Place const&) = delete;
        Place& operator=(Place const&) = delete;

      private:
        OpenConnections& all_;
        std::array<std::uint8_t, 16> key_;
        Admission admission_;
    };

    std::size_t served() const {
        std::lock_guard const lock(mutex_);
        return served_;
    }
    std::size_t turned_away() const {
        std::lock_guard const lock(mutex_);
        return turned_away_;
    }
    std::size_t served_from(IpAddress const& address) const {
        std::lock_guard const lock(mutex_);
        auto const found = by_address_.find(key_of(address));
        return found == by_address_.end() ? 0 : found->second;
    }
    /// False when some are still open after this long.
    bool wait_until_none(std::chrono::milliseconds limit) {
        std::unique_lock lock(mutex_);
        return none_left_.wait_for(lock, limit, [this] { return served_ + turned_away_ == 0; });
    }

  private:
    using Key = std::array<std::uint8_t, 16>;
    /// A household or office has a whole /64 of IPv6 addresses.
    static Key key_of(IpAddress const& address) {
        auto key = address.bytes();
        if (!address.is_ipv4()) std::fill(key.begin() + 8, key.end(), std::uint8_t{0});
        return key;
    }
    void add(Key const& key, Admission admission) {
        std::lock_guard const lock(mutex_);
        if (admission == Admission::turned_away) {
            ++turned_away_;
            return;
        }
        ++served_;
        ++by_address_[key];
    }
    void remove(Key const& key, Admission admission) {
        std::lock_guard const lock(mutex_);
        if (admission == Admission::turned_away) {
            --turned_away_;
        } else {
            --served_;
            auto const found = by_address_.find(key);
            if (--found->second == 0) by_address_.erase(found);
        }
        if (served_ + turned_away_ == 0) none_left_.notify_all();
    }

    mutable std::mutex mutex_;
    std::condition_variable none_left_;
    std::size_t served_ = 0;
    std::size_t turned_away_ = 0;
    std::map<Key, std::size_t> by_address_;
};

/// What every connection uses. Outlives them all.
struct Services {
    Services(ServerOptions given, Application& behind)
        : options(std::move(given)),
          application(behind),
          proxies(options.trusted_proxies),
          handlers(options.workers, options.worker_queue_limit),
          disk(options.disk_workers, options.connection_limit) {}

    ServerOptions const options;
    Application& application;
    TrustedProxies const proxies;
    OpenConnections open;
    WorkerPool handlers;
    WorkerPool disk;  ///< at most one job of each connection
    std::atomic<std::uint64_t> connections{0};
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> rejected{0};
    std::atomic<std::uint64_t> timed_out{0};
};

}  // namespace doorstep::web::server
