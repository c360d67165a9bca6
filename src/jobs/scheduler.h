#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "jobs/schedule.h"
#include "usecases/context.h"

namespace doorstep::jobs {

/// Work the program does by itself. It may run twice without harm.
struct Job {
    std::string_view name;
    Schedule schedule;
    /// What was done, in a few words for the settings page: "3 letters sent". What it throws is kept as the
    /// error. Long work looks now and then whether it should stop, and is due again at once if it was.
    std::function<std::string(usecases::Context&, std::stop_token const&)> run;
    /// How long a server may hold it before another takes over.
    int lease_minutes = 10;
};

/// Runs jobs when they are due, in a thread of its own. Several servers on one database share the work: a job
/// is held by a lease in the database, so that it runs once however many servers there are. Settings changed
/// by another process are noticed here too, within a second.
class Scheduler {
  public:
    Scheduler(usecases::Services& services, std::vector<Job> jobs);
    ~Scheduler();
    void start();
    /// Asks the job under way to leave off, and waits for it. Those that are due wait for the next start.
    void stop();
    /// Runs everything due now, on this thread; how many ran. For tests and `doorstep jobs run`.
    int run_due();

  private:
    void loop();
    bool run_one(Job const& job);

    usecases::Services& services_;
    std::vector<Job> jobs_;
    std::string const holder_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::stop_source stop_;
    std::thread thread_;
};

}  // namespace doorstep::jobs
