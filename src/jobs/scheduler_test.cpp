#include "jobs/scheduler.h"

#include <gtest/gtest.h>

#include <future>

#include "storage/jobs.h"
#include "support/site/test_site.h"

namespace doorstep::jobs {
namespace {

Instant at(int year, int month, int day, int hour, int minute) {
    return london_instant(*Date::of(year, month, day), {hour, minute});
}

TEST(Schedule, comes_round_every_so_many_minutes) {
    auto const now = at(2026, 6, 10, 10, 0);
    EXPECT_EQ(Schedule::every_minutes(10).next_after(now), now.plus_seconds(600));
}

TEST(Schedule, comes_round_once_a_day_by_the_wall_clock) {
    auto const nightly = Schedule::daily_at({2, 30});
    EXPECT_EQ(nightly.next_after(at(2026, 6, 10, 2, 29)), at(2026, 6, 10, 2, 30));
    EXPECT_EQ(nightly.next_after(at(2026, 6, 10, 2, 30)), at(2026, 6, 11, 2, 30));
}

TEST(Schedule, runs_once_on_the_nights_the_clocks_change) {
    auto const nightly = Schedule::daily_at({1, 30});
    // Forward on 29 March 2026: 1:30am does not exist and becomes 2am.
    auto const forward = nightly.next_after(at(2026, 3, 29, 0, 0));
    EXPECT_EQ(forward, at(2026, 3, 29, 2, 0));
    EXPECT_EQ(nightly.next_after(forward), at(2026, 3, 30, 1, 30));
    // Back on 25 October 2026: 1:30am comes twice.
    auto const first = nightly.next_after(at(2026, 10, 25, 0, 0));
    EXPECT_EQ(nightly.next_after(first), at(2026, 10, 26, 1, 30));
}

class SchedulerTest : public ::testing::Test {
  protected:
    test::TestSite site;
    int runs = 0;
    std::vector<Job> jobs() {
        return {{"count", Schedule::every_minutes(10), [this](usecases::Context&, std::stop_token const&) {
                     ++runs;
                     return std::string("done");
                 }}};
    }
    storage::jobs::JobRow row() {
        return site.database().read([](auto& tx) { return storage::jobs::list(tx).front(); });
    }
    void pass_minutes(int minutes) { site.clock.set(site.clock.now().plus_seconds(60LL * minutes)); }
};

TEST_F(SchedulerTest, runs_a_job_when_its_time_has_come_and_not_before) {
    Scheduler scheduler(site.services(), jobs());
    EXPECT_EQ(scheduler.run_due(), 0);
    pass_minutes(10);
    EXPECT_EQ(scheduler.run_due(), 1);
    EXPECT_EQ(scheduler.run_due(), 0);
    EXPECT_EQ(row().last_result, "done");
}

TEST_F(SchedulerTest, is_shared_by_two_servers_so_that_a_job_runs_once) {
    Scheduler one(site.services(), jobs());
    Scheduler other(site.services(), jobs());
    pass_minutes(10);
    EXPECT_EQ(one.run_due() + other.run_due(), 1);
    EXPECT_EQ(runs, 1);
}

TEST_F(SchedulerTest, takes_over_a_job_whose_holder_died) {
    Scheduler scheduler(site.services(), jobs());
    pass_minutes(10);
    site.database().write([&](auto& tx) {
        return storage::jobs::claim(tx, "count", "a server that died", site.clock.now(),
                                    site.clock.now().plus_seconds(600));
    });
    EXPECT_EQ(scheduler.run_due(), 0);
    pass_minutes(10);
    EXPECT_EQ(scheduler.run_due(), 1);
}

TEST_F(SchedulerTest, keeps_the_error_of_a_job_that_failed_and_tries_again_next_time) {
    Scheduler scheduler(site.services(), {{"count", Schedule::every_minutes(10),
                                           [this](usecases::Context&, std::stop_token const&) -> std::string {
                                               if (++runs == 1) throw std::runtime_error("no post today");
                                               return "sent";
                                           }}});
    pass_minutes(10);
    scheduler.run_due();
    EXPECT_EQ(row().last_error, "no post today");
    EXPECT_EQ(row().failures, 1);
    pass_minutes(10);
    scheduler.run_due();
    EXPECT_EQ(row().last_error, "");
    EXPECT_EQ(row().failures, 0);
}

TEST_F(SchedulerTest, asks_long_work_to_leave_off_when_it_stops_and_does_it_at_the_next_start) {
    std::promise<void> began;
    Scheduler stopped(site.services(), {{"count", Schedule::every_minutes(10),
                                         [&](usecases::Context&, std::stop_token const& stop) -> std::string {
                                             began.set_value();
                                             while (!stop.stop_requested()) std::this_thread::yield();
                                             return "left off";
                                         }}});
    pass_minutes(10);
    stopped.start();
    began.get_future().wait();
    stopped.stop();
    EXPECT_EQ(row().last_result, "left off");
    Scheduler next(site.services(), jobs());
    EXPECT_EQ(next.run_due(), 1);
}

}  // namespace
}  // namespace doorstep::jobs
