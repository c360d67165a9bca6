#include <gtest/gtest.h>

#include "web_server/process_memory.h"
#include "web_server/raw_client.h"
#include "web_server/small_application.h"

namespace doorstep::web {
namespace {

using namespace std::chrono_literals;

class SentFiles : public testing::Test {
  protected:
    RunningServer running_{[this](ServerOptions&, SmallApplication& application) {
        application.answer("/file", {}, [this](http::Request& request) {
            http::Response response;
            response.content_type = "audio/webm";
            response.file = folder_.path() / request.query.value("name");
            response.headers.emplace_back("ETag", "\"abc\"");
            return response;
        });
    }};
    TemporaryFolder folder_;

    void SetUp() override {
        folder_.write("digits", "0123456789");
        folder_.write("empty", "");
    }
    std::optional<RawResponse> ask_for(std::string const& name, std::string const& headers = "") {
        return ask(running_.port(), get("/file?name=" + name, headers));
    }
};

TEST_F(SentFiles, are_sent_whole) {
    auto const response = ask_for("digits");
    ASSERT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "0123456789");
    EXPECT_EQ(response->headers.at("content-type"), "audio/webm");
    EXPECT_EQ(response->headers.at("accept-ranges"), "bytes");
    EXPECT_EQ(ask_for("empty")->body, "");
    EXPECT_EQ(ask_for("empty")->headers.at("content-length"), "0");
}

TEST_F(SentFiles, are_sent_in_part_when_a_range_is_asked_for) {
    auto const middle = ask_for("digits", "Range: bytes=2-4\r\n");
    ASSERT_EQ(middle->status, 206);
    EXPECT_EQ(middle->body, "234");
    EXPECT_EQ(middle->headers.at("content-range"), "bytes 2-4/10");
    EXPECT_EQ(ask_for("digits", "Range: bytes=-3\r\n")->body, "789");
    EXPECT_EQ(ask_for("digits", "Range: bytes=8-\r\n")->body, "89");
    EXPECT_EQ(ask_for("digits", "Range: bytes=0-1,3-4\r\n")->body, "0123456789");
    auto const beyond = ask_for("digits", "Range: bytes=10-\r\n");
    EXPECT_EQ(beyond->status, 416);
    EXPECT_EQ(beyond->headers.at("content-range"), "bytes */10");
    EXPECT_EQ(beyond->body, "");
}

TEST_F(SentFiles, ignore_a_range_of_another_version) {
    EXPECT_EQ(ask_for("digits", "Range: bytes=2-4\r\nIf-Range: \"abc\"\r\n")->status, 206);
    EXPECT_EQ(ask_for("digits", "Range: bytes=2-4\r\nIf-Range: \"old\"\r\n")->status, 200);
    EXPECT_EQ(ask_for("digits", "Range: bytes=2-4\r\nIf-Range: Sat, 21 Nov 2026 20:07:00 GMT\r\n")->status,
              200);
}

TEST_F(SentFiles, answer_304_to_their_etag) {
    auto const response = ask_for("digits", "If-None-Match: \"x\", \"abc\"\r\n");
    EXPECT_EQ(response->status, 304);
    EXPECT_EQ(response->body, "");
    EXPECT_EQ(ask_for("digits", "If-None-Match: \"x\"\r\n")->status, 200);
}

TEST_F(SentFiles, have_a_length_but_no_body_for_head) {
    RawClient client(running_.port());
    client.send("HEAD /file?name=digits HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\n\r\n" + get("/"));
    auto const head = client.receive(BodyExpected::none);
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->headers.at("content-length"), "10");
    EXPECT_EQ(client.receive()->body, "hello");
}

TEST_F(SentFiles, of_any_size_are_streamed_in_little_memory) {
    std::string content(64 * 1024 * 1024, '\0');
    for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>((i * 2654435761u) >> 17);
    folder_.write("large", content);
    RawClient client(running_.port());
    client.send(get("/file?name=large"));
    auto const response = client.receive();
    ASSERT_TRUE(response);
    EXPECT_TRUE(response->body == content);
    auto const part = ask_for("large", "Range: bytes=1000000-33000000\r\n");
    EXPECT_TRUE(part->body == content.substr(1'000'000, 32'000'001));
}

TEST_F(SentFiles, do_not_fill_memory_when_nobody_reads) {
    std::filesystem::resize_file(folder_.write("huge", "x"), 2ull * 1024 * 1024 * 1024);
    auto const before = reset_peak_memory();
    std::vector<RawClient> clients;
    for (int i = 0; i < 10; ++i) {
        clients.emplace_back(running_.port());
        clients.back().send(get("/file?name=huge"));
    }
    for (auto& client : clients) EXPECT_EQ(client.receive(BodyExpected::none)->status, 200);
    EXPECT_LT(peak_memory() - before, 20u * 1024 * 1024);
}

TEST_F(SentFiles, that_shrink_meanwhile_end_the_connection_short) {
    auto const path = folder_.write("shrinking", "x");
    std::filesystem::resize_file(path, 64 * 1024 * 1024);
    RawClient client(running_.port());
    client.send(get("/file?name=shrinking"));
    EXPECT_EQ(client.receive(BodyExpected::none)->headers.at("content-length"), "67108864");
    std::filesystem::resize_file(path, 1024 * 1024);
    EXPECT_FALSE(client.receive());
}

}  // namespace
}  // namespace doorstep::web
