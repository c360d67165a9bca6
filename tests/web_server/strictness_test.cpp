#include <gtest/gtest.h>

#include "web_server/raw_client.h"
#include "web_server/small_application.h"

namespace doorstep::web {
namespace {

using namespace std::string_literals;

// Every request here is one that some server reads in a way of its own, which lets a client smuggle a second
// request past a proxy, or write what it likes into a log. Each must be answered with an error, and the
// connection closed.
class Strictness : public testing::Test {
  protected:
    static void SetUpTestSuite() { running = new RunningServer(); }
    static void TearDownTestSuite() {
        delete running;
        running = nullptr;
    }

    void expect_refused(std::string const& request, int status) {
        RawClient client(running->port());
        client.send(request);
        auto const response = client.receive();
        ASSERT_TRUE(response) << "closed without an answer";
        EXPECT_EQ(response->status, status);
        EXPECT_EQ(response->headers.at("connection"), "close");
        client.finish_sending();
        EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
    }
    void expect_served(std::string const& request) { EXPECT_EQ(status_of(running->port(), request), 200); }

    static RunningServer* running;
};
RunningServer* Strictness::running = nullptr;

std::string const host = "Host: localhost\r\n";
std::string const form = "Content-Type: application/x-www-form-urlencoded\r\n";

TEST_F(Strictness, a_plain_request_is_served) {
    expect_served("GET / HTTP/1.1\r\n" + host + "\r\n");
    expect_served("POST /form HTTP/1.1\r\n" + host + form + "Content-Length: 3\r\n\r\na=1");
    expect_served("POST /form HTTP/1.1\r\n" + host + form +
                  "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n");
}

TEST_F(Strictness, refuses_content_length_with_chunked) {
    expect_refused("POST /form HTTP/1.1\r\n" + host + form +
                       "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n",
                   400);
    expect_refused("POST /form HTTP/1.1\r\n" + host + form +
                       "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\na=1\r\n0\r\n\r\n",
                   400);
}
TEST_F(Strictness, refuses_two_different_content_lengths) {
    expect_refused(
        "POST /form HTTP/1.1\r\n" + host + form + "Content-Length: 3\r\nContent-Length: 4\r\n\r\na=12", 400);
    expect_refused("POST /form HTTP/1.1\r\n" + host + form + "Content-Length: 3, 4\r\n\r\na=12", 400);
}
TEST_F(Strictness, refuses_the_same_content_length_twice) {
    expect_refused(
        "POST /form HTTP/1.1\r\n" + host + form + "Content-Length: 3\r\nContent-Length: 3\r\n\r\na=1", 400);
}
TEST_F(Strictness, refuses_chunked_in_http_1_0) {
    expect_refused(
        "POST /form HTTP/1.0\r\n" + host + form + "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n",
        400);
}
TEST_F(Strictness, answers_501_to_other_transfer_encodings) {
    for (auto const* coding :
         {"gzip", "xchunked", "chunked, identity", "gzip, chunked", "identity", "chunked;a=b"})
        expect_refused(
            "POST /form HTTP/1.1\r\n" + host + form + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n",
            501);
    expect_refused("POST /form HTTP/1.1\r\n" + host + form +
                       "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                   501);
}
TEST_F(Strictness, refuses_space_before_the_colon) {
    expect_refused("GET / HTTP/1.1\r\n" + host + "Content-Length : 0\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "X\t: 0\r\n\r\n", 400);
}
TEST_F(Strictness, refuses_bare_line_feeds) {
    expect_refused("GET / HTTP/1.1\nHost: localhost\n\n", 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: a\nY: b\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "\n", 400);
}
TEST_F(Strictness, refuses_nul_and_carriage_return_in_a_value) {
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: a\0b\r\n\r\n"s, 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: a\x01\x62\r\n\r\n", 400);
}
TEST_F(Strictness, refuses_content_lengths_that_are_not_digits) {
    for (auto const* length : {"+5", "-5", "5 5", "0x5", "5.", "", "five", "1e1"})
        expect_refused(
            "POST /form HTTP/1.1\r\n" + host + form + "Content-Length: " + length + "\r\n\r\na=123", 400);
}
TEST_F(Strictness, refuses_content_lengths_beyond_any_limit) {
    expect_refused("POST /form HTTP/1.1\r\n" + host + form + "Content-Length: 18446744073709551615\r\n\r\n",
                   413);
    // Too large for any number: no parser can hold it, so it is malformed rather than large.
    expect_refused(
        "POST /form HTTP/1.1\r\n" + host + form + "Content-Length: 99999999999999999999999\r\n\r\n", 400);
}
TEST_F(Strictness, refuses_bad_chunk_sizes_and_ends) {
    std::string const start = "POST /form HTTP/1.1\r\n" + host + form + "Transfer-Encoding: chunked\r\n\r\n";
    for (auto const* body :
         {"3\na=1\r\n0\r\n\r\n", "x\r\na=1\r\n0\r\n\r\n", "-3\r\na=1\r\n0\r\n\r\n", "+3\r\na=1\r\n0\r\n\r\n",
          "0x3\r\na=1\r\n0\r\n\r\n", "3\r\na=1XX0\r\n\r\n", "3\r\na=12\r\n0\r\n\r\n", "\r\na=1\r\n0\r\n\r\n",
          "11111111111111111\r\na=1\r\n0\r\n\r\n", " 3\r\na=1\r\n0\r\n\r\n"})
        expect_refused(start + body, 400);
}
TEST_F(Strictness, refuses_chunk_headers_without_end) {
    expect_refused("POST /form HTTP/1.1\r\n" + host + form + "Transfer-Encoding: chunked\r\n\r\n3;" +
                       std::string(9000, 'x'),
                   400);
    std::string trailers = "0\r\n";
    for (int i = 0; i < 3000; ++i) trailers += "X: y\r\n";
    expect_refused("POST /form HTTP/1.1\r\n" + host + form + "Transfer-Encoding: chunked\r\n\r\n" + trailers,
                   400);
}
TEST_F(Strictness, refuses_no_host_and_several_hosts) {
    expect_refused("GET / HTTP/1.1\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.0\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "Host: other\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
}
TEST_F(Strictness, refuses_folded_headers) {
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: a\r\n\tTransfer-Encoding: chunked\r\n\r\n", 400);
    expect_refused("GET / HTTP/1.1\r\n X: a\r\n" + host + "\r\n", 400);
}
TEST_F(Strictness, refuses_control_and_raw_bytes_in_the_target) {
    for (auto const& target : {"/\x01"s, "/\x7F"s, "/\t"s, "/a\0b"s, "/a b"s, "/caf\xC3\xA9"s, "/a#b"s})
        expect_refused("GET " + target + " HTTP/1.1\r\n" + host + "\r\n", 400);
}
TEST_F(Strictness, refuses_targets_that_are_not_paths) {
    for (auto const& target : {"*"s, "describe"s, "localhost:80"s, "ftp://localhost/"s, "http:///x"s})
        expect_refused("GET " + target + " HTTP/1.1\r\n" + host + "\r\n", 400);
}
TEST_F(Strictness, refuses_methods_that_are_no_tokens) {
    expect_refused("GE\x01T / HTTP/1.1\r\n" + host + "\r\n", 400);
    expect_refused("GE(T / HTTP/1.1\r\n" + host + "\r\n", 400);
    expect_refused(" GET / HTTP/1.1\r\n" + host + "\r\n", 400);
}
TEST_F(Strictness, answers_501_to_methods_it_does_not_know) {
    for (auto const* method : {"BREW", "get", "TRACE", "CONNECT", "OPTIONS", "GETT"})
        expect_refused(method + " / HTTP/1.1\r\n"s + host + "\r\n", 501);
}
TEST_F(Strictness, answers_505_to_other_versions) {
    expect_refused("GET / HTTP/2.0\r\n" + host + "\r\n", 505);
    expect_refused("GET / HTTP/1.2\r\n" + host + "\r\n", 505);
    expect_refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
}
TEST_F(Strictness, refuses_http_0_9) { expect_refused("GET /\r\n\r\n", 400); }
TEST_F(Strictness, allows_one_empty_line_before_a_request_but_no_more) {
    expect_served("\r\nGET / HTTP/1.1\r\n" + host + "\r\n");
    expect_refused("\r\n\r\nGET / HTTP/1.1\r\n" + host + "\r\n", 400);
}
TEST_F(Strictness, answers_414_to_a_long_target) {
    expect_refused("GET /" + std::string(4096, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
    expect_refused("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
    EXPECT_EQ(status_of(running->port(), "GET /" + std::string(4095, 'a') + " HTTP/1.1\r\n" + host + "\r\n"),
              404);
}
TEST_F(Strictness, answers_431_to_a_large_header) {
    expect_refused("GET / HTTP/1.1\r\n" + host + "X: " + std::string(100 * 1024, 'x') + "\r\n\r\n", 431);
}
TEST_F(Strictness, counts_header_bytes_over_all_pieces) {
    RawClient client(running->port());
    client.send("GET / HTTP/1.1\r\n" + host);
    bool taken = true;
    for (int i = 0; i < 30 && taken; ++i) taken = client.send("X: " + std::string(1000, 'x') + "\r\n");
    auto const response = client.receive();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 431);
}
TEST_F(Strictness, answers_431_to_many_headers) {
    auto const with_headers = [](int count) {
        std::string request = "GET / HTTP/1.1\r\n" + host;
        for (int i = 1; i < count; ++i) request += "X: y\r\n";
        return request + "\r\n";
    };
    expect_served(with_headers(100));
    expect_refused(with_headers(101), 431);
}
TEST_F(Strictness, answers_414_to_four_megabytes_without_a_line_end) {
    expect_refused(std::string(4 * 1024 * 1024, 'a'), 414);
}
TEST_F(Strictness, refuses_a_tls_greeting_on_a_plain_port) { expect_refused("\x16\x03\x01\x02"s, 400); }
TEST_F(Strictness, answers_417_to_other_expectations) {
    expect_refused(
        "POST /form HTTP/1.1\r\n" + host + form + "Expect: a-miracle\r\nContent-Length: 3\r\n\r\na=1", 417);
}
TEST_F(Strictness, refuses_paths_that_reach_around) {
    for (auto const* path : {"/../etc/passwd",
                             "/a/../b",
                             "/a/./b",
                             "/a/..",
                             "/%2e%2e/etc",
                             "/a/.%2E/b",
                             "/a%2Fb",
                             "/a%2fb",
                             "/a%5Cb",
                             "/a\\b",
                             "/a%00b",
                             "/a%0d%0ab",
                             "/a%",
                             "/a%zz",
                             "/a%4",
                             "//evil.example/",
                             "/a//b",
                             "/%c0%ae%c0%ae/x",
                             "/%ff",
                             "/cy//x"})
        expect_refused("GET "s + path + " HTTP/1.1\r\n" + host + "\r\n", 400);
}
TEST_F(Strictness, ignores_a_trailer_that_looks_like_a_header) {
    auto const response =
        ask(running->port(), "POST /form HTTP/1.1\r\n" + host + form +
                                 "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\nCookie: b=2\r\n\r\n");
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body.find("b=2"), std::string::npos);
}

}  // namespace
}  // namespace doorstep::web
