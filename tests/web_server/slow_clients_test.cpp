#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

#include "web_server/process_memory.h"
#include "web_server/raw_client.h"
#include "web_server/small_application.h"

namespace doorstep::web {
namespace {

using namespace std::chrono_literals;

using SteadyClock = std::chrono::steady_clock;

/// Deadlines are kept within half a second; the machine may be busy.
constexpr auto lateness = 1500ms;

std::string const form_head =
    "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
    "application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n";

TEST(SlowClients, a_head_that_is_never_finished_is_answered_408) {
    RunningServer running([](ServerOptions& options, SmallApplication&) { options.header_deadline = 700ms; });
    RawClient client(running.port());
    auto const started = SteadyClock::now();
    // A byte now and then must not put the deadline off.
    std::jthread const sender([&](std::stop_token const& stop) {
        for (char const c : std::string("GET / HTTP/1.1\r\nHost: localhost\r\nX: ") + std::string(100, 'x')) {
            if (stop.stop_requested() || !client.send(std::string_view(&c, 1))) return;
            std::this_thread::sleep_for(50ms);
        }
    });
    auto const response = client.receive();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 408);
    auto const taken = SteadyClock::now() - started;
    EXPECT_GE(taken, 700ms);
    EXPECT_LT(taken, 700ms + lateness);
    EXPECT_EQ(running.server().counts().timed_out, 1u);
}

TEST(SlowClients, that_say_nothing_at_all_are_closed_without_an_answer) {
    RunningServer running([](ServerOptions& options, SmallApplication&) { options.header_deadline = 300ms; });
    RawClient client(running.port());
    EXPECT_TRUE(client.is_closed_within(300ms + lateness));
}

TEST(SlowClients, kept_connections_are_closed_after_the_idle_deadline) {
    RunningServer running([](ServerOptions& options, SmallApplication&) {
        options.header_deadline = 100ms;
        options.idle_deadline = 900ms;
    });
    RawClient client(running.port());
    client.send(get("/"));
    EXPECT_EQ(client.receive()->status, 200);
    EXPECT_FALSE(client.is_closed_within(700ms));
    EXPECT_TRUE(client.is_closed_within(lateness));
    EXPECT_EQ(running.server().counts().timed_out, 0u);
}

TEST(SlowClients, a_body_that_stops_is_answered_408) {
    RunningServer running(
        [](ServerOptions& options, SmallApplication&) { options.body_idle_deadline = 400ms; });
    RawClient client(running.port());
    client.send(form_head + "a=1");
    EXPECT_EQ(client.receive()->status, 408);
}

TEST(SlowClients, a_body_that_trickles_is_answered_408) {
    RunningServer running([](ServerOptions& options, SmallApplication&) {
        options.body_idle_deadline = 1200ms;
        options.body_minimum_rate = 1000;
    });
    RawClient client(running.port());
    auto const started = SteadyClock::now();
    client.send(form_head);
    std::jthread const sender([&](std::stop_token const& stop) {
        for (int i = 0; i < 200 && !stop.stop_requested() && client.send("a"); ++i)
            std::this_thread::sleep_for(50ms);
    });
    auto const response = client.receive();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 408);
    EXPECT_LT(SteadyClock::now() - started, 1200ms + lateness);
}

TEST(SlowClients, a_body_fast_enough_may_take_longer_than_the_deadline) {
    RunningServer running([](ServerOptions& options, SmallApplication&) {
        options.body_idle_deadline = 500ms;
        options.body_minimum_rate = 100;
    });
    RawClient client(running.port());
    client.send(form_head);
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(client.send(std::string(100, 'a')));
        if (i < 9) std::this_thread::sleep_for(150ms);
    }
    EXPECT_EQ(client.receive()->status, 200);
}

TEST(SlowClients, that_do_not_read_are_cut_off) {
    RunningServer running([](ServerOptions& options, SmallApplication& application) {
        options.write_deadline = 400ms;
        application.answer(
            "/large", {}, [](http::Request&) { return http::text(200, std::string(64 * 1024 * 1024, 'x')); });
    });
    RawClient client(running.port());
    client.send(get("/large"));
    auto const started = SteadyClock::now();
    while (running.server().counts().timed_out == 0 && SteadyClock::now() - started < 5s)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(running.server().counts().timed_out, 1u);
    while (running.application().all_served().empty()) std::this_thread::sleep_for(1ms);
    EXPECT_LT(running.application().all_served().front().sent, 64u * 1024 * 1024);
}

TEST(SlowClients, five_hundred_at_once_hinder_nobody) {
    RunningServer running(
        [](ServerOptions& options, SmallApplication&) { options.header_deadline = 2500ms; });
    std::vector<RawClient> slow;
    for (int i = 0; i < 500; ++i) slow.emplace_back(running.port());
    auto const started = SteadyClock::now();
    auto longest = SteadyClock::duration::zero();
    std::string const request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (std::size_t second = 0; second < 2; ++second) {
        for (auto& client : slow) client.send(std::string_view(&request[second], 1));
        while (SteadyClock::now() - started < (second + 1) * 1s) {
            auto const asked = SteadyClock::now();
            EXPECT_EQ(status_of(running.port(), get("/page")), 200);
            longest = std::max(longest, SteadyClock::now() - asked);
            std::this_thread::sleep_for(20ms);
        }
    }
    EXPECT_LT(longest, 500ms);
    int answered = 0;
    for (auto& client : slow) {
        auto const response = client.receive();
        answered += response && response->status == 408;
    }
    EXPECT_EQ(answered, 500);
    EXPECT_LT(SteadyClock::now() - started, 2500ms + lateness);
    EXPECT_EQ(running.server().counts().timed_out, 500u);
}

TEST(IdleConnections, two_thousand_are_held_in_little_memory) {
    rlimit descriptors{};
    getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, 8192);
    setrlimit(RLIMIT_NOFILE, &descriptors);
    if (descriptors.rlim_cur < 4500) GTEST_SKIP() << "this system allows too few open files";
    RunningServer running(
        [](ServerOptions& options, SmallApplication&) { options.connections_per_address = 3000; });
    std::vector<RawClient> clients;
    clients.reserve(2000);
    ask(running.port(), get("/page"));
    auto const before = resident_memory();
    for (int i = 0; i < 2000; ++i) {
        clients.emplace_back(running.port());
        // A head larger than the small buffer, so that what was grown for it is seen to be given back.
        clients.back().send(get("/page", "Cookie: a=" + std::string(3000, 'x') + "\r\n"));
        ASSERT_EQ(clients.back().receive()->status, 200);
    }
    EXPECT_EQ(running.server().counts().open_connections, 2000u);
    auto const per_connection = (resident_memory() - before) / 2000;
    RecordProperty("bytes_per_connection", static_cast<int>(per_connection));
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(per_connection, 8u * 1024);
#endif
    EXPECT_EQ(status_of(running.port(), get("/")), 200);
    for (auto& client : clients) client.send(get("/"));
    int answered = 0;
    for (auto& client : clients) answered += client.receive()->body == "hello";
    EXPECT_EQ(answered, 2000);
}

TEST(ConnectionLimits, turn_further_connections_away_with_503) {
    for (bool const by_address : {false, true}) {
        RunningServer running([&](ServerOptions& options, SmallApplication&) {
            (by_address ? options.connections_per_address : options.connection_limit) = 3;
        });
        std::vector<RawClient> clients;
        for (int i = 0; i < 3; ++i) {
            clients.emplace_back(running.port());
            clients.back().send(get("/"));
            EXPECT_EQ(clients.back().receive()->status, 200);
        }
        RawClient fourth(running.port());
        auto const refused = fourth.receive();
        ASSERT_TRUE(refused);
        EXPECT_EQ(refused->status, 503);
        EXPECT_TRUE(refused->headers.contains("retry-after"));
        clients.pop_back();
        // The place is free once the server has seen the connection close.
        int status = 0;
        for (int i = 0; i < 1000 && status != 200; ++i) status = status_of(running.port(), get("/"));
        EXPECT_EQ(status, 200);
    }
}

TEST(ConnectionLimits, do_not_count_a_trusted_proxy_as_one_address) {
    RunningServer running([](ServerOptions& options, SmallApplication&) {
        options.connections_per_address = 1;
        options.trusted_proxies = {"127.0.0.0/8"};
    });
    std::vector<RawClient> clients;
    for (int i = 0; i < 5; ++i) {
        clients.emplace_back(running.port());
        clients.back().send(get("/"));
        EXPECT_EQ(clients.back().receive()->status, 200);
    }
}

}  // namespace
}  // namespace doorstep::web
