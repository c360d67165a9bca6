#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace doorstep::web::server {

/// Threads for what may block: handlers, disks. The queue is bounded, so that a flood is refused rather than
/// kept.
class WorkerPool {
  public:
    class Job {
      public:
        virtual ~Job() = default;
        /// On a worker. What it throws is logged and goes no further.
        virtual void run() = 0;
        /// Instead of run(), when the pool stops before the job's turn.
        virtual void abandon() = 0;
    };

    WorkerPool(int threads, std::size_t queue_limit);
    ~WorkerPool();
    /// Takes the job; or leaves it and gives false, when the queue is full or the pool has stopped.
    bool submit(std::unique_ptr<Job>& job);
    bool is_full() const;
    /// Waits for the jobs that run, abandons those that wait. Safe to call twice.
    void stop();

  private:
    void work();
    /// A job that an idle thread is about to take does not count as waiting.
    bool has_room() const { return queue_.size() < queue_limit_ + idle_threads_; }

    std::size_t const queue_limit_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::unique_ptr<Job>> queue_;
    std::size_t idle_threads_;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace doorstep::web::server
