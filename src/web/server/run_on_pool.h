#pragma once

#include <boost/asio/async_result.hpp>
#include <memory>
#include <utility>

#include "web/server/asio.h"
#include "web/server/worker_pool.h"

namespace doorstep::web::server {

/// Work that a coroutine hands to a pool and waits for. Lives in the coroutine's frame.
class Task {
  public:
    virtual ~Task() = default;
    /// On a worker thread.
    virtual void run() noexcept = 0;
};

enum class TaskEnd { done, refused };  ///< refused: the pool was full or is stopping; nothing ran

/// Resumes a coroutine on its own loop when the task has ended.
template <class Handler>
class ResumingJob : public WorkerPool::Job {
  public:
    ResumingJob(Handler handler, Task& task, Executor executor)
        : handler_(std::move(handler)), task_(task), executor_(std::move(executor)) {}
    void run() override {
        task_.run();
        resume(TaskEnd::done);
    }
    void abandon() override { resume(TaskEnd::refused); }

  private:
    void resume(TaskEnd end) {
        asio::post(executor_, [handler = std::move(handler_), end]() mutable { std::move(handler)(end); });
    }
    Handler handler_;
    Task& task_;
    Executor executor_;
};

struct StartOnPool {
    template <class Handler>
    void operator()(Handler&& handler, WorkerPool* pool, Task* task, Executor executor) const {
        std::unique_ptr<WorkerPool::Job> job = std::make_unique<ResumingJob<std::decay_t<Handler>>>(
            std::forward<Handler>(handler), *task, std::move(executor));
        if (!pool->submit(job)) job->abandon();
    }
};

inline Awaitable<TaskEnd> run_on_pool(WorkerPool& pool, Task& task, Executor executor) {
    return asio::async_initiate<asio::use_awaitable_t<Executor> const, void(TaskEnd)>(
        StartOnPool{}, use_awaitable, &pool, &task, std::move(executor));
}

}  // namespace doorstep::web::server
