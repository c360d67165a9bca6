#include "http/conditions.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

TEST(MatchesEtag, compares_each_element_weakly) {
    EXPECT_TRUE(matches_etag("\"a\"", "\"a\""));
    EXPECT_TRUE(matches_etag("\"x\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(matches_etag("*", "\"a\""));
    EXPECT_FALSE(matches_etag("", "\"a\""));
    EXPECT_FALSE(matches_etag("\"b\"", "\"a\""));
    EXPECT_FALSE(matches_etag("*", ""));
}

TEST(AcceptsEncoding, believes_names_stars_and_zero_quality) {
    EXPECT_TRUE(accepts_encoding("gzip, deflate, br", Encoding::brotli));
    EXPECT_TRUE(accepts_encoding("GZIP;q=0.5", Encoding::gzip));
    EXPECT_TRUE(accepts_encoding("*", Encoding::gzip));
    EXPECT_FALSE(accepts_encoding("*;q=0", Encoding::gzip));
    EXPECT_FALSE(accepts_encoding("gzip;q=0", Encoding::gzip));
    EXPECT_FALSE(accepts_encoding("gzip; q=0.00, *", Encoding::gzip));
    EXPECT_FALSE(accepts_encoding("", Encoding::gzip));
    EXPECT_FALSE(accepts_encoding("xgzip", Encoding::gzip));
    EXPECT_TRUE(accepts_encoding("", Encoding::identity));
}

}  // namespace
}  // namespace doorstep::http
