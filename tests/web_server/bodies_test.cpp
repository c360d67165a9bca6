#include <gtest/gtest.h>

#include "http/request.h"
#include "web_server/raw_client.h"
#include "web_server/small_application.h"

namespace doorstep::web {
namespace {

using namespace std::chrono_literals;

std::string const urlencoded = "application/x-www-form-urlencoded";

std::string multipart(std::string const& parts) { return parts + "--b--\r\n"; }
std::string field(std::string const& name, std::string const& value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}
std::string file(std::string const& name, std::string const& filename, std::string const& content) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename +
           "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
}

class Bodies : public testing::Test {
  protected:
    RunningServer running_;
    std::optional<RawResponse> ask_with(std::string_view path, std::string_view type, std::string_view body) {
        return ask(running_.port(), post(path, type, body));
    }
    int status_with(std::string_view path, std::string_view type, std::string_view body) {
        return status_of(running_.port(), post(path, type, body));
    }
};

TEST_F(Bodies, reads_a_form) {
    EXPECT_NE(ask_with("/form", urlencoded + "; charset=UTF-8", "name=Llŷr&a=%zz&a=2")
                  ->body.find("form=name=Llŷr;a=%zz;a=2;"),
              std::string::npos);
}

TEST_F(Bodies, reads_a_form_in_small_chunks) {
    RawClient client(running_.port());
    client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + urlencoded +
                "\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (char const c : std::string("name=Ann&b=2")) client.send(std::string("1\r\n") + c + "\r\n");
    client.send("0;last=1\r\nX-Trailer: y\r\n\r\n" + get("/"));
    EXPECT_NE(client.receive()->body.find("form=name=Ann;b=2;"), std::string::npos);
    EXPECT_EQ(client.receive()->body, "hello");
}

TEST_F(Bodies, reads_a_multipart_form_without_files) {
    auto const body = multipart(field("name", "Ann") + file("photo", "", "") + field("note", "a\r\nb"));
    EXPECT_NE(
        ask_with("/form", "multipart/form-data; boundary=b", body)->body.find("form=name=Ann;note=a\r\nb;"),
        std::string::npos);
}

TEST_F(Bodies, refuses_a_file_where_none_is_expected) {
    EXPECT_EQ(status_with("/form", "multipart/form-data; boundary=b", multipart(file("photo", "a.jpg", "x"))),
              415);
    EXPECT_EQ(status_with("/form", "multipart/form-data; boundary=b", multipart(file("photo", "", "x"))),
              415);
}

TEST_F(Bodies, reads_json_as_it_is) {
    EXPECT_NE(
        ask_with("/json", "application/json; charset=utf-8", "{\"a\": 1}")->body.find("body={\"a\": 1}\n"),
        std::string::npos);
    EXPECT_EQ(status_with("/json", "application/merge-patch+json", "{}"), 200);
}

TEST_F(Bodies, answers_415_to_other_content_types) {
    EXPECT_EQ(status_with("/form", "text/plain", "a=1"), 415);
    EXPECT_EQ(status_with("/form", "application/json", "{}"), 415);
    EXPECT_EQ(status_with("/json", urlencoded, "a=1"), 415);
    EXPECT_EQ(status_with("/json", "application/jsonp", "a=1"), 415);
    EXPECT_EQ(status_with("/upload", urlencoded, "a=1"), 415);
    EXPECT_EQ(status_with("/form", "", "a=1"), 415);
    EXPECT_EQ(
        status_of(running_.port(), "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\na=1"),
        415);
}

TEST_F(Bodies, accepts_a_post_without_any_body) {
    EXPECT_EQ(
        status_of(running_.port(), "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"),
        200);
    EXPECT_EQ(status_of(running_.port(), "POST /describe HTTP/1.1\r\nHost: localhost\r\n\r\n"), 200);
}

TEST_F(Bodies, answers_413_to_a_body_where_none_is_expected) {
    EXPECT_EQ(status_with("/describe", urlencoded, "a=1"), 413);
    EXPECT_EQ(status_of(running_.port(), "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx"),
              413);
    EXPECT_EQ(
        status_of(
            running_.port(),
            "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"),
        413);
}

TEST_F(Bodies, answers_413_before_a_body_over_the_limit_is_read) {
    EXPECT_EQ(status_with("/form", urlencoded, std::string(4096, 'a')), 200);
    RawClient client(running_.port());
    client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + urlencoded +
                "\r\nContent-Length: 4097\r\n\r\n");
    EXPECT_EQ(client.receive()->status, 413);
}

TEST_F(Bodies, counts_chunked_bodies_against_the_limit) {
    RawClient client(running_.port());
    client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + urlencoded +
                "\r\nTransfer-Encoding: chunked\r\n\r\n");
    bool taken = true;
    for (int i = 0; i < 5 && taken; ++i) taken = client.send("400\r\n" + std::string(1024, 'a') + "\r\n");
    EXPECT_EQ(client.receive()->status, 413);
}

TEST_F(Bodies, lets_a_client_that_sends_on_read_the_answer) {
    RawClient client(running_.port());
    client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + urlencoded +
                "\r\nContent-Length: 33554432\r\n\r\n");
    std::string const piece(64 * 1024, 'a');
    for (int i = 0; i < 512; ++i) ASSERT_TRUE(client.send(piece)) << "reset after " << i << " pieces";
    auto const response = client.receive();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 413);
}

TEST_F(Bodies, answers_413_to_a_form_of_too_many_fields) {
    std::string many;
    for (std::size_t i = 0; i < http::form_field_limit; ++i) many += "a&";
    EXPECT_EQ(status_with("/form", urlencoded, many + "a"), 413);
    many.pop_back();
    EXPECT_EQ(status_with("/form", urlencoded, many), 200);
}

TEST_F(Bodies, answers_400_to_a_boundary_that_is_none) {
    for (auto const* type :
         {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\x01\"",
          "multipart/form-data; boundary=b; boundary=c"})
        EXPECT_EQ(status_with("/form", type, multipart(field("a", "1"))), 400) << type;
}

}  // namespace
}  // namespace doorstep::web
