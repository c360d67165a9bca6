#include "web/static_files.h"

#include <gtest/gtest.h>

namespace doorstep::web {
namespace {

std::vector<EmbeddedFile> const files{{"assets/app-3f9a2c1b44d0.css", "body { color: black }"},
                                      {"assets/app-3f9a2c1b44d0.css.br", "brotli"},
                                      {"assets/app-3f9a2c1b44d0.css.gz", "gzip bytes"},
                                      {"assets/core-deadbeef.js", "short"},
                                      {"assets/core-deadbeef.js.gz", "longer than short"},
                                      {"assets/fonts/public-sans.woff2", "font"},
                                      {"assets/manifest.json", "{}"},
                                      {"assets/shared-XK4TQZ2A.js", "x"}};

http::Response serve(std::string_view name, std::string accepted = "", std::string if_none_match = "") {
    http::Request request;
    if (!accepted.empty()) request.headers.add("accept-encoding", std::move(accepted));
    if (!if_none_match.empty()) request.headers.add("if-none-match", std::move(if_none_match));
    return StaticFiles(files).serve(request, name);
}

TEST(StaticFiles, keeps_a_file_with_its_hash_for_a_year) {
    for (auto const* name : {"app-3f9a2c1b44d0.css", "core-deadbeef.js", "shared-XK4TQZ2A.js"}) {
        auto const response = serve(name);
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(response.header("cache-control"), "public, max-age=31536000, immutable") << name;
        EXPECT_FALSE(response.no_store);
    }
}

TEST(StaticFiles, has_other_files_asked_for_again) {
    for (auto const* name : {"manifest.json", "fonts/public-sans.woff2"})
        EXPECT_EQ(serve(name).header("cache-control"), "no-cache") << name;
}

TEST(StaticFiles, sends_the_smallest_twin_that_is_accepted) {
    struct Case {
        char const* accepted;
        std::optional<std::string_view> encoding;
        char const* body;
    };
    for (auto const& [accepted, encoding, body] :
         {Case{"gzip, deflate, br", "br", "brotli"}, Case{"gzip", "gzip", "gzip bytes"},
          Case{"br;q=0, gzip", "gzip", "gzip bytes"}, Case{"deflate", std::nullopt, "body { color: black }"},
          Case{"", std::nullopt, "body { color: black }"}}) {
        auto const response = serve("app-3f9a2c1b44d0.css", accepted);
        EXPECT_EQ(response.header("content-encoding"), encoding) << accepted;
        EXPECT_EQ(response.body, body) << accepted;
        EXPECT_EQ(response.content_type, "text/css; charset=utf-8");
        EXPECT_EQ(response.header("vary"), "Accept-Encoding");
    }
}

TEST(StaticFiles, leaves_a_twin_that_is_not_smaller) {
    auto const response = serve("core-deadbeef.js", "gzip");
    EXPECT_EQ(response.body, "short");
    EXPECT_EQ(response.header("content-encoding"), std::nullopt);
}

TEST(StaticFiles, answers_304_to_the_etag_of_the_same_variant_only) {
    auto const brotli = std::string(*serve("app-3f9a2c1b44d0.css", "br").header("etag"));
    auto const plain = std::string(*serve("app-3f9a2c1b44d0.css").header("etag"));
    EXPECT_NE(brotli, plain);
    auto const same = serve("app-3f9a2c1b44d0.css", "br", brotli);
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(same.header("etag"), brotli);
    EXPECT_EQ(serve("app-3f9a2c1b44d0.css", "br", plain).status, 200);
}

TEST(StaticFiles, has_no_address_for_twins_or_other_names) {
    for (auto const* name :
         {"app-3f9a2c1b44d0.css.br", "app-3f9a2c1b44d0.css.gz", "", "assets/manifest.json", "../secrets"})
        EXPECT_EQ(serve(name).status, 404) << name;
}

TEST(StaticFiles, knows_the_types_that_browsers_insist_on) {
    EXPECT_EQ(serve("core-deadbeef.js").content_type, "text/javascript; charset=utf-8");
    EXPECT_EQ(serve("fonts/public-sans.woff2").content_type, "font/woff2");
    EXPECT_EQ(serve("manifest.json").content_type, "application/json");
}

}  // namespace
}  // namespace doorstep::web
