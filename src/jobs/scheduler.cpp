#include "jobs/scheduler.h"

#include <algorithm>

#include "base/log.h"
#include "storage/jobs.h"
#include "usecases/settings.h"

namespace doorstep::jobs {

using storage::sql::Read;
using storage::sql::Write;

Scheduler::Scheduler(usecases::Services& services, std::vector<Job> jobs)
    : services_(services), jobs_(std::move(jobs)), holder_(services.ids.next().text()) {
    services_.database.write([&](Write& tx) {
        for (auto const& job : jobs_)
            storage::jobs::ensure(tx, job.name, job.schedule.next_after(services_.clock.now()));
    });
}

Scheduler::~Scheduler() { stop(); }

void Scheduler::start() {
    thread_ = std::thread([this] { loop(); });
}

void Scheduler::stop() {
    stop_.request_stop();
    if (thread_.joinable()) thread_.join();
}

int Scheduler::run_due() {
    auto const due =
        services_.database.read([&](Read& tx) { return storage::jobs::due(tx, services_.clock.now()); });
    int ran = 0;
    for (auto const& name : due) {
        if (stop_.stop_requested()) break;
        auto const job = std::find_if(jobs_.begin(), jobs_.end(),
                                      [&](Job const& candidate) { return candidate.name == name; });
        if (job != jobs_.end() && run_one(*job)) ++ran;
    }
    return ran;
}

bool Scheduler::run_one(Job const& job) {
    auto const now = services_.clock.now();
    bool const mine = services_.database.write([&](Write& tx) {
        return storage::jobs::claim(tx, job.name, holder_, now,
                                    now.plus_seconds(std::int64_t{60} * job.lease_minutes));
    });
    if (!mine) return false;
    std::string result;
    std::string error;
    try {
        usecases::Context context(services_, domain::access::Viewer::system(domain::access::Door::job));
        result = job.run(context, stop_.get_token());
    } catch (std::exception const& failure) {
        error = failure.what();
        log::error("A job failed", {{"job", log::Safe{std::string(job.name)}}, {"why", log::Safe{error}}});
    }
    auto const ended = services_.clock.now();
    // What may not have come to its end is due when a server starts again.
    auto const next = stop_.stop_requested() ? ended : job.schedule.next_after(ended);
    services_.database.write(
        [&](Write& tx) { storage::jobs::finish(tx, job.name, holder_, ended, next, result, error); });
    return true;
}

void Scheduler::loop() {
    std::unique_lock lock(mutex_);
    while (!stop_.stop_requested()) {
        lock.unlock();
        try {
            services_.settings.refresh_if_changed();
            run_due();
        } catch (Failure const& failure) {
            // The database is away: the web says so to people; here we wait and try again.
            log::warning("Jobs wait", {{"why", log::Safe{failure.what()}}});
        }
        lock.lock();
        wake_.wait_for(lock, stop_.get_token(), std::chrono::seconds(1), [] { return false; });
    }
}

}  // namespace doorstep::jobs
