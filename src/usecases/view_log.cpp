#include "usecases/view_log.h"

#include "base/log.h"
#include "storage/views.h"

namespace doorstep::usecases {

ViewLog::ViewLog(storage::sql::Database& database) : database_(database), thread_([this] { run(); }) {}

ViewLog::~ViewLog() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
    flush();
}

void ViewLog::add(View view) {
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(view));
}

void ViewLog::flush() {
    std::lock_guard writing(writing_);
    std::vector<View> batch;
    {
        std::lock_guard lock(mutex_);
        batch.swap(waiting_);
    }
    if (batch.empty()) return;
    try {
        write(batch);
    } catch (Failure const& failure) {
        log::warning("Views could not be written; they wait",
                     {{"views", batch.size()}, {"why", log::Safe{failure.what()}}});
        std::lock_guard lock(mutex_);
        waiting_.insert(waiting_.begin(), std::make_move_iterator(batch.begin()),
                        std::make_move_iterator(batch.end()));
    }
}

void ViewLog::write(std::vector<View> const& views) {
    database_.write([&](storage::sql::Write& tx) {
        for (auto const& view : views)
            storage::views::insert(tx, {.id = view.id,
                                        .at = view.at,
                                        .account = view.account,
                                        .what = view.what,
                                        .case_file = view.case_file,
                                        .subject = view.subject,
                                        .reason = view.reason});
    });
}

void ViewLog::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        wake_.wait_for(lock, std::chrono::seconds(1), [this] { return stopping_; });
        lock.unlock();
        flush();
        lock.lock();
    }
}

}  // namespace doorstep::usecases
