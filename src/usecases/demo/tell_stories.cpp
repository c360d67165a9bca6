#include "usecases/demo/tell_stories.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "storage/people.h"
#include "usecases/demo/case_life.h"
#include "usecases/demo/tell_report.h"
#include "usecases/demo/write_bundle.h"

namespace doorstep::usecases::demo {
namespace {

constexpr std::size_t bundles_in_a_batch = 250;
/// What may wait to be written: memory stays the same however many cases there are.
constexpr std::size_t batches_ahead = 4;

using Batch = std::vector<Bundle>;
using storage::people::KeysOfMany;

/// Between the thread that tells and the one that writes.
class Batches {
  public:
    void put(Batch batch) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return stopped_ || batches_.size() < batches_ahead; });
        batches_.push_back(std::move(batch));
        ready_.notify_one();
    }
    /// Nothing when all have been told; throws what the telling threw.
    std::optional<Batch> take() {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, [&] { return ended_ || !batches_.empty(); });
        if (batches_.empty()) {
            if (error_) std::rethrow_exception(error_);
            return std::nullopt;
        }
        auto batch = std::move(batches_.front());
        batches_.pop_front();
        room_.notify_one();
        return batch;
    }
    void end(std::exception_ptr error) {
        std::lock_guard const lock(mutex_);
        ended_ = true;
        error_ = std::move(error);
        ready_.notify_one();
    }
    /// Nobody takes any more: the teller need not wait.
    void stop() {
        std::lock_guard const lock(mutex_);
        stopped_ = true;
        room_.notify_one();
    }
    bool stopped() {
        std::lock_guard const lock(mutex_);
        return stopped_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable ready_;
    std::deque<Batch> batches_;
    bool ended_ = false;
    bool stopped_ = false;
    std::exception_ptr error_;
};

Bundle tell(World const& world, Stories const& stories, Story const& story) {
    return story.kind == StoryKind::case_file ? tell_case(world, stories, story)
                                              : tell_other_report(world, stories, story);
}

void tell_all(World const& world, Stories const& stories, Batches& batches, KeysOfMany& keys) {
    try {
        Batch batch;
        for (auto const& story : stories.in_order) {
            batch.push_back(tell(world, stories, story));
            for (auto const& [person, created_at] : batch.back().people) keys.add(person);
            if (batch.size() < bundles_in_a_batch) continue;
            if (batches.stopped()) break;
            batches.put(std::exchange(batch, {}));
        }
        if (!batch.empty()) batches.put(std::move(batch));
        batches.end(nullptr);
    } catch (...) {
        batches.end(std::current_exception());
    }
}

/// Joins whatever happens.
class Teller {
  public:
    Teller(World const& world, Stories const& stories, Batches& batches, KeysOfMany& keys)
        : batches_(batches), thread_([&] { tell_all(world, stories, batches, keys); }) {}
    Teller(Teller const&) = delete;
    Teller& operator=(Teller const&) = delete;
    ~Teller() {
        batches_.stop();
        thread_.join();
    }

  private:
    Batches& batches_;
    std::thread thread_;
};

}  // namespace

void tell_stories(World const& world, Stories const& stories, storage::sql::Database& database,
                  std::function<void()> const& told) {
    Batches batches;
    KeysOfMany keys;
    Teller const teller(world, stories, batches, keys);
    while (auto const batch = batches.take()) {
        database.write([&](storage::sql::Write& tx) {
            for (auto const& bundle : *batch) write_bundle(tx, bundle);
        });
        for (std::size_t n = 0; n < batch->size(); ++n) told();
    }
    database.write([&](storage::sql::Write& tx) { keys.insert(tx); });
}

}  // namespace doorstep::usecases::demo
