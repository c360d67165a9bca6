#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/failure.h"

namespace doorstep::storage::sql {

/// Connections, opened when first needed and lent to one thread at a time. The one used last is lent first,
/// so that its caches are warm and the others stay small. A caller who waits too long gets a StorageError
/// (unavailable).
template <class Connection>
class Pool {
  public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    Pool(int limit, std::chrono::milliseconds patience, Open open)
        : limit_(limit), patience_(patience), open_(std::move(open)) {}

    /// Gives the connection back at its end, unless it is spoiled: then it is closed, and its place is free.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(&pool), connection_(std::move(connection)) {}
        Lease(Lease&& other) noexcept : pool_(other.pool_), connection_(std::move(other.connection_)) {}
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (connection_) pool_->give_back(std::move(connection_));
        }
        Connection* operator->() const { return connection_.get(); }
        Connection& operator*() const { return *connection_; }

      private:
        Pool* pool_;
        std::unique_ptr<Connection> connection_;
    };

    Lease take() {
        {
            std::unique_lock lock(mutex_);
            if (!free_.wait_for(lock, patience_, [&] { return !idle_.empty() || open_count_ < limit_; }))
                throw StorageError(FailureKind::unavailable, "Every connection to the database is in use");
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return Lease(*this, std::move(connection));
            }
            ++open_count_;
        }
        try {
            return Lease(*this, open_());
        } catch (...) {
            leave_place();
            throw;
        }
    }

    /// Closes those not in use: after one was found broken, the others will be too.
    void close_idle() {
        std::vector<std::unique_ptr<Connection>> closed;
        std::lock_guard const lock(mutex_);
        closed.swap(idle_);
        open_count_ -= static_cast<int>(closed.size());
        free_.notify_all();
    }

  private:
    void give_back(std::unique_ptr<Connection> connection) {
        if (connection->spoiled()) {
            connection.reset();
            return leave_place();
        }
        std::lock_guard const lock(mutex_);
        idle_.push_back(std::move(connection));
        free_.notify_one();
    }

    void leave_place() {
        std::lock_guard const lock(mutex_);
        --open_count_;
        free_.notify_one();
    }

    int const limit_;
    std::chrono::milliseconds const patience_;
    Open const open_;
    std::mutex mutex_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int open_count_ = 0;
};

}  // namespace doorstep::storage::sql
