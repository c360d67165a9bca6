#include "web/server/worker_pool.h"

#include <exception>

#include "base/log.h"

namespace doorstep::web::server {

WorkerPool::WorkerPool(int threads, std::size_t queue_limit)
    : queue_limit_(queue_limit), idle_threads_(static_cast<std::size_t>(threads)) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back(&WorkerPool::work, this);
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::submit(std::unique_ptr<Job>& job) {
    {
        std::lock_guard const lock(mutex_);
        if (stopped_ || !has_room()) return false;
        queue_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

bool WorkerPool::is_full() const {
    std::lock_guard const lock(mutex_);
    return !has_room();
}

void WorkerPool::stop() {
    std::deque<std::unique_ptr<Job>> waiting;
    {
        std::lock_guard const lock(mutex_);
        stopped_ = true;
        waiting.swap(queue_);
    }
    wake_.notify_all();
    for (auto const& job : waiting) job->abandon();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

void WorkerPool::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto job = std::move(queue_.front());
        queue_.pop_front();
        --idle_threads_;
        lock.unlock();
        try {
            job->run();
        } catch (std::exception const& error) {
            log::error("a job of the web server failed", {{"error", log::Safe{error.what()}}});
        } catch (...) {
            log::error("a job of the web server failed");
        }
        job.reset();
        lock.lock();
        ++idle_threads_;
    }
}

}  // namespace doorstep::web::server
