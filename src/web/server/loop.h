#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "http/date.h"
#include "web/server/asio.h"
#include "web/server/handle_task.h"

namespace doorstep::web::server {

/// What a loop asks of the connections it runs. All calls are on the loop's thread.
class LoopMember {
  public:
    virtual ~LoopMember() = default;
    virtual void check_deadline(TimePoint now) = 0;
    /// The server is stopping: close now if nothing is in flight.
    virtual void wind_down() = 0;
    /// Close whatever is in flight.
    virtual void cut_off() = 0;
    std::size_t place_in_loop = 0;
};

/// One thread, its event loop and its connections. One timer looks at all their deadlines, because a timer
/// per operation costs more than the operation.
class Loop {
  public:
    static constexpr std::chrono::milliseconds sweep_interval{500};

    Loop() : context_(1), work_(context_.get_executor()), timer_(context_.get_executor()) { renew_date(); }

    void start() {
        schedule_sweep();
        thread_ = std::thread([this] { run(); });
    }
    Executor executor() { return context_.get_executor(); }
    template <class Call>
    void post(Call call) {
        asio::post(context_, std::move(call));
    }

    void enter(LoopMember& member) {
        member.place_in_loop = members_.size();
        members_.push_back(&member);
    }
    void leave(LoopMember& member) {
        members_.back()->place_in_loop = member.place_in_loop;
        std::swap(members_[member.place_in_loop], members_.back());
        members_.pop_back();
    }
    bool is_winding_down() const { return winding_down_; }
    /// For the Date header; at most half a second old.
    std::string const& date() const { return date_; }

    void wind_down() {
        winding_down_ = true;
        for (auto* member : members_) member->wind_down();
    }
    void cut_off() {
        winding_down_ = true;
        for (auto* member : members_) member->cut_off();
    }
    /// Lets run() end once nothing is left to do.
    void finish() {
        finishing_ = true;
        timer_.cancel();
        work_.reset();
    }
    void join() {
        if (thread_.joinable()) thread_.join();
    }

  private:
    void run() {
        while (true) {
            try {
                context_.run();
                return;
            } catch (...) {
                log_exception();
            }
        }
    }
    void schedule_sweep() {
        timer_.expires_after(sweep_interval);
        timer_.async_wait([this](ErrorCode) {
            if (finishing_) return;
            schedule_sweep();
            renew_date();
            auto const now = SteadyClock::now();
            for (auto* member : members_) member->check_deadline(now);
        });
    }
    void renew_date() { date_ = http::header_date(SystemClock().now()); }

    asio::io_context context_;
    asio::executor_work_guard<Executor> work_;
    Timer timer_;
    std::vector<LoopMember*> members_;
    std::string date_;
    bool winding_down_ = false;
    bool finishing_ = false;
    std::thread thread_;
};

}  // namespace doorstep::web::server
