#include "web/compression.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>

namespace doorstep::web {
namespace {

std::string gunzip(std::string const& compressed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string bytes(1024 * 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    int const ended = inflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    return ended == Z_STREAM_END ? bytes : "not gzip";
}

std::string a_page() {
    std::string page;
    for (int i = 0; i < 200; ++i) page += "<tr><td>Case " + std::to_string(i) + "</td></tr>\n";
    return page;
}

http::Request accepting(std::string encodings) {
    http::Request request;
    request.headers.add("accept-encoding", std::move(encodings));
    return request;
}

http::Response public_page() {
    http::Response response;
    response.body = a_page();
    response.no_store = false;
    return response;
}

TEST(Gzip, comes_back_the_same) {
    for (auto const& text : {std::string(), std::string("x"), a_page(), std::string(100'000, '\0')})
        EXPECT_EQ(gunzip(gzip(text)), text);
}

TEST(CompressIfSafe, compresses_a_public_page) {
    auto response = public_page();
    compress_if_safe(accepting("br, gzip"), response);
    EXPECT_EQ(response.header("content-encoding"), "gzip");
    EXPECT_EQ(response.header("vary"), "Accept-Encoding");
    EXPECT_LT(response.body.size(), a_page().size() / 3);
    EXPECT_EQ(gunzip(response.body), a_page());
}

TEST(CompressIfSafe, never_compresses_what_may_hold_a_secret) {
    auto personal = public_page();
    personal.no_store = true;
    auto with_cookie = public_page();
    with_cookie.cookies.push_back({.name = "session", .value = "x"});
    for (auto* response : {&personal, &with_cookie}) {
        compress_if_safe(accepting("gzip"), *response);
        EXPECT_EQ(response->header("content-encoding"), std::nullopt);
        EXPECT_EQ(response->body, a_page());
    }
}

TEST(CompressIfSafe, leaves_what_is_small_binary_already_compressed_or_not_accepted) {
    auto small = public_page();
    small.body.resize(2048);
    auto picture = public_page();
    picture.content_type = "image/png";
    auto done = public_page();
    done.headers.emplace_back("Content-Encoding", "br");
    for (auto* response : {&small, &picture, &done}) {
        auto const body = response->body;
        compress_if_safe(accepting("gzip"), *response);
        EXPECT_EQ(response->body, body);
    }
    auto not_accepted = public_page();
    compress_if_safe(accepting("gzip;q=0"), not_accepted);
    EXPECT_EQ(not_accepted.body, a_page());
    EXPECT_EQ(not_accepted.header("vary"), "Accept-Encoding");
}

}  // namespace
}  // namespace doorstep::web
