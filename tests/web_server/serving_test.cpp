#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <thread>

#include "base/failure.h"
#include "web_server/raw_client.h"
#include "web_server/small_application.h"

namespace doorstep::web {
namespace {

using namespace std::chrono_literals;

TEST(Serving, adds_date_length_and_caching_and_nothing_else) {
    RunningServer running;
    auto const response = ask(running.port(), get("/"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "hello");
    EXPECT_EQ(response->headers.at("content-length"), "5");
    EXPECT_EQ(response->headers.at("cache-control"), "no-store");
    EXPECT_EQ(response->headers.at("content-type"), "text/plain; charset=utf-8");
    EXPECT_TRUE(response->headers.at("date").ends_with(" GMT"));
    EXPECT_EQ(response->headers.size(), 4u);
}

TEST(Serving, gives_the_request_to_the_application_decoded) {
    RunningServer running;
    auto const response = ask(
        running.port(), get("/cy/desc%72ibe?a=1&b=%C5%B5+x&a=2", "Cookie: s=abc; t=1\r\nCookie: u=2\r\n"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body,
              "method=GET\npath=/describe\nlanguage=cy\nquery=a=1;b=ŵ "
              "x;a=2;\ncookies=s=abc;t=1;u=2;\nform=\nbody=\n"
              "client=127.0.0.1\nsecure=false\n");
}

TEST(Serving, takes_the_welsh_front_page_and_leaves_words_that_begin_alike) {
    RunningServer running;
    EXPECT_EQ(ask(running.port(), get("/cy"))->body, "hello");
    EXPECT_EQ(ask(running.port(), get("/cy/"))->body, "hello");
    EXPECT_EQ(ask(running.port(), get("/cycle"))->status, 404);
}

TEST(Serving, takes_the_absolute_form_of_a_target) {
    RunningServer running;
    EXPECT_EQ(ask(running.port(), get("http://localhost/"))->body, "hello");
    EXPECT_EQ(ask(running.port(), get("https://localhost:8080/describe?x=1"))->status, 200);
}

TEST(Serving, keeps_the_connection_and_answers_pipelined_requests_in_order) {
    RunningServer running([](ServerOptions&, SmallApplication& application) {
        application.answer("/later", {}, [](http::Request&) {
            std::this_thread::sleep_for(50ms);
            return http::text(200, "later");
        });
    });
    RawClient client(running.port());
    client.send(get("/later") + get("/") + post("/form", "application/x-www-form-urlencoded", "a=1") +
                get("/page"));
    EXPECT_EQ(client.receive()->body, "later");
    EXPECT_EQ(client.receive()->body, "hello");
    EXPECT_NE(client.receive()->body.find("form=a=1;"), std::string::npos);
    EXPECT_EQ(client.receive()->body.size(), 20u * 1024);
    client.send(get("/"));
    EXPECT_EQ(client.receive()->body, "hello");
}

TEST(Serving, answers_many_pipelined_requests_sent_byte_by_byte) {
    RunningServer running;
    RawClient client(running.port());
    auto const request = post("/form", "application/x-www-form-urlencoded", "a=1&b=2") + get("/");
    for (char const c : request) client.send(std::string_view(&c, 1));
    EXPECT_NE(client.receive()->body.find("form=a=1;b=2;"), std::string::npos);
    EXPECT_EQ(client.receive()->body, "hello");
}

TEST(Serving, head_has_the_headers_of_get_and_no_body) {
    RunningServer running;
    RawClient client(running.port());
    client.send("HEAD /page HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/"));
    auto const head = client.receive(BodyExpected::none);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->headers.at("content-length"), "20480");
    EXPECT_EQ(client.receive()->body, "hello");
}

TEST(Serving, closes_when_asked_and_for_http_1_0) {
    RunningServer running;
    for (auto const& request : {get("/", "Connection: close\r\n"), get("/", "Connection: x, Close\r\n"),
                                std::string("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")}) {
        RawClient client(running.port());
        client.send(request);
        auto const response = client.receive();
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 200);
        EXPECT_EQ(response->headers.at("connection"), "close");
        EXPECT_TRUE(client.is_closed_within(2s));
    }
}

TEST(Serving, asks_for_a_body_that_waits_for_100_continue) {
    RunningServer running;
    RawClient client(running.port());
    client.send(
        "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive()->status, 100);
    client.send("a=1");
    EXPECT_NE(client.receive()->body.find("form=a=1;"), std::string::npos);
}

TEST(Serving, refuses_a_body_before_it_is_sent_when_it_waits_for_100_continue) {
    RunningServer running;
    auto const response = ask(running.port(),
                              "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                              "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(response->status, 415);
}

TEST(Serving, turns_what_a_handler_throws_into_500) {
    RunningServer running([](ServerOptions&, SmallApplication& application) {
        application.answer("/throws", {},
                           [](http::Request&) -> http::Response { throw std::runtime_error("no"); });
        application.answer("/throws-a-number", {}, [](http::Request&) -> http::Response { throw 7; });
        application.answer("/splits", {}, [](http::Request&) {
            return http::text(200, "").with_header("Location", "/a\r\nSet-Cookie: stolen=1");
        });
        application.answer("/splits-cookie", {}, [](http::Request&) {
            return http::text(200, "").with_cookie({.name = "a", .value = "b; Domain=evil.example"});
        });
        application.answer("/no-file", {}, [](http::Request&) {
            http::Response response;
            response.file = "/nonexistent/file";
            return response;
        });
        application.answer("/no-status", {}, [](http::Request&) { return http::text(0, ""); });
    });
    RawClient client(running.port());
    for (auto const* path :
         {"/throws", "/throws-a-number", "/splits", "/splits-cookie", "/no-file", "/no-status"}) {
        client.send(get(path));
        auto const response = client.receive();
        ASSERT_TRUE(response) << path;
        EXPECT_EQ(response->status, 500) << path;
        EXPECT_FALSE(response->headers.contains("set-cookie"));
    }
}

TEST(Serving, survives_an_application_that_throws_on_the_event_loop) {
    class Throwing : public SmallApplication {
      public:
        BodyPolicy policy(http::Method, std::string_view) const override { throw std::runtime_error("no"); }
        http::Response error(int, std::string_view) override { throw std::runtime_error("no"); }
        void served(Served const&) override { throw std::runtime_error("no"); }
    };
    TemporaryFolder folder;
    Throwing application;
    Server server(test_options(folder), application);
    server.start();
    EXPECT_EQ(status_of(server.port(), post("/form", "application/json", "{}")), 0);
    EXPECT_EQ(status_of(server.port(), "GET / HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(status_of(server.port(), get("/")), 200);
    server.stop();
    EXPECT_EQ(server.counts().open_connections, 0u);
}

TEST(Serving, compresses_a_page_that_says_it_is_public) {
    RunningServer running([](ServerOptions&, SmallApplication& application) {
        application.answer("/public", {}, [](http::Request&) {
            auto response = http::text(200, std::string(10'000, 'x'));
            response.no_store = false;
            return response;
        });
    });
    auto const response = ask(running.port(), get("/public", "Accept-Encoding: gzip\r\n"));
    EXPECT_EQ(response->headers.at("content-encoding"), "gzip");
    EXPECT_LT(response->body.size(), 1000u);
    EXPECT_EQ(ask(running.port(), get("/public"))->body.size(), 10'000u);
    EXPECT_FALSE(
        ask(running.port(), get("/page", "Accept-Encoding: gzip\r\n"))->headers.contains("content-encoding"));
}

TEST(Serving, writes_cookies_with_their_attributes) {
    RunningServer running([](ServerOptions& options, SmallApplication& application) {
        options.trusted_proxies = {"127.0.0.1"};
        application.answer("/cookie", {}, [](http::Request&) {
            return http::text(200, "").with_cookie({.name = "session", .value = "abc", .max_age = 60});
        });
    });
    EXPECT_EQ(ask(running.port(), get("/cookie"))->headers.at("set-cookie"),
              "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    EXPECT_EQ(ask(running.port(), get("/cookie", "X-Forwarded-Proto: https\r\n"))->headers.at("set-cookie"),
              "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
}

TEST(Serving, sends_no_content_with_204_and_304) {
    RunningServer running([](ServerOptions&, SmallApplication& application) {
        for (int const status : {204, 304})
            application.answer("/" + std::to_string(status), {},
                               [status](http::Request&) { return http::text(status, "must not be sent"); });
    });
    RawClient client(running.port());
    for (auto const* path : {"/204", "/304"}) {
        client.send(get(path));
        auto const response = client.receive();
        EXPECT_EQ("/" + std::to_string(response->status), path);
        EXPECT_FALSE(response->headers.contains("content-length"));
    }
    client.send(get("/"));
    EXPECT_EQ(client.receive()->body, "hello");
}

TEST(Serving, tells_the_application_what_was_served) {
    RunningServer running;
    {
        RawClient client(running.port());
        client.send(get("/page?secret=1"));
        client.receive();
        client.send(post("/form", "text/csv", "a"));
        client.receive();
    }
    running.server().stop();
    auto const served = running.application().all_served();
    ASSERT_EQ(served.size(), 2u);
    EXPECT_EQ(served[0].path, "/page");
    EXPECT_EQ(served[0].status, 200);
    EXPECT_GT(served[0].sent, 20u * 1024);
    EXPECT_EQ(served[1].status, 415);
    auto const counts = running.server().counts();
    EXPECT_EQ(counts.connections, 1u);
    EXPECT_EQ(counts.open_connections, 0u);
    EXPECT_EQ(counts.requests, 2u);
    EXPECT_EQ(counts.rejected, 1u);
    EXPECT_EQ(counts.timed_out, 0u);
}

TEST(Serving, runs_on_two_loops) {
    RunningServer running([](ServerOptions& options, SmallApplication&) { options.event_loops = 2; });
    std::vector<std::jthread> clients;
    std::atomic<int> answered{0};
    for (int i = 0; i < 8; ++i)
        clients.emplace_back([&] {
            RawClient client(running.port());
            for (int j = 0; j < 100; ++j) {
                client.send(get("/page"));
                auto const response = client.receive();
                if (response && response->body.size() == 20 * 1024) ++answered;
            }
        });
    clients.clear();
    EXPECT_EQ(answered, 800);
}

/// A handler that waits until the test lets it go.
class Gate {
  public:
    http::Response wait() {
        ++waiting;
        std::unique_lock lock(mutex_);
        opened_.wait_for(lock, 10s, [this] { return open_; });
        return http::text(200, "let go");
    }
    void open() {
        std::lock_guard const lock(mutex_);
        open_ = true;
        opened_.notify_all();
    }
    void wait_for(int count) const {
        while (waiting < count) std::this_thread::sleep_for(1ms);
    }
    std::atomic<int> waiting{0};

  private:
    std::mutex mutex_;
    std::condition_variable opened_;
    bool open_ = false;
};

TEST(Serving, answers_503_with_retry_after_when_too_many_wait) {
    Gate gate;
    RunningServer running([&](ServerOptions& options, SmallApplication& application) {
        options.workers = 2;
        options.worker_queue_limit = 1;
        application.answer("/wait", {}, [&](http::Request&) { return gate.wait(); });
    });
    RawClient first(running.port());
    RawClient second(running.port());
    first.send(get("/wait"));
    second.send(get("/wait"));
    gate.wait_for(2);
    RawClient third(running.port());
    third.send(get("/wait"));
    while (running.server().counts().requests < 3) std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(20ms);
    RawClient fourth(running.port());
    fourth.send(get("/wait"));
    auto const refused = fourth.receive();
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->status, 503);
    EXPECT_TRUE(refused->headers.contains("retry-after"));
    gate.open();
    EXPECT_EQ(first.receive()->body, "let go");
    EXPECT_EQ(second.receive()->body, "let go");
    EXPECT_EQ(third.receive()->body, "let go");
}

TEST(Stopping, lets_a_request_in_flight_finish_and_closes_idle_connections_at_once) {
    Gate gate;
    RunningServer running([&](ServerOptions&, SmallApplication& application) {
        application.answer("/wait", {}, [&](http::Request&) { return gate.wait(); });
    });
    RawClient idle(running.port());
    idle.send(get("/"));
    idle.receive();
    RawClient untouched(running.port());
    RawClient busy(running.port());
    busy.send(get("/wait"));
    gate.wait_for(1);
    auto stopped = std::async(std::launch::async, [&] { running.server().stop(); });
    EXPECT_TRUE(idle.is_closed_within(1s));
    EXPECT_TRUE(untouched.is_closed_within(1s));
    EXPECT_EQ(stopped.wait_for(0s), std::future_status::timeout);
    EXPECT_THROW(RawClient(running.port()), std::runtime_error);
    gate.open();
    auto const response = busy.receive();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "let go");
    EXPECT_EQ(response->headers.at("connection"), "close");
    EXPECT_EQ(stopped.wait_for(3s), std::future_status::ready);
    running.server().stop();
}

TEST(Stopping, cuts_off_what_is_left_at_the_deadline) {
    RunningServer running([&](ServerOptions& options, SmallApplication&) { options.stop_deadline = 300ms; });
    RawClient half(running.port());
    half.send("GET / HTTP/1.1\r\nHost: loc");
    RawClient half_body(running.port());
    half_body.send(
        "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 30\r\n\r\na=1");
    RawClient other(running.port());
    other.send(get("/"));
    other.receive();
    auto const before = std::chrono::steady_clock::now();
    running.server().stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
    EXPECT_TRUE(half.is_closed_within(1s));
    EXPECT_TRUE(half_body.is_closed_within(1s));
}

TEST(Starting, says_why_it_cannot_listen) {
    RunningServer running;
    SmallApplication application;
    TemporaryFolder folder;
    auto options = test_options(folder);
    options.port = running.port();
    Server second(options, application);
    EXPECT_THROW(second.start(), Failure);
    options.address = "not-an-address";
    Server third(options, application);
    EXPECT_THROW(third.start(), Failure);
    options.trusted_proxies = {"10.0.0.0/33"};
    EXPECT_THROW(Server(options, application), Failure);
}

}  // namespace
}  // namespace doorstep::web
