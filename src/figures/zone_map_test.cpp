#include "figures/zone_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::figures {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ZoneMap around_the_office() {
    ZoneMap map;
    map.frame = {.id = "zone", .title = "Zone <1>", .description = "200 metres around \"the office\""};
    map.west = 484600;
    map.north = 238400;
    map.metres = 800;
    map.centre = MapPoint{485000, 238000};
    map.radius = 200;
    map.homes = {{{485000, 238100}, true}, {{484700, 238300}, false}};
    return map;
}

TEST(ZoneMapPicture, stands_to_scale_with_north_upwards) {
    auto const picture = zone_map(around_the_office());
    EXPECT_THAT(picture, HasSubstr(R"(<circle cx="200.0" cy="200.0" r="100.0")"));
    EXPECT_THAT(picture, HasSubstr(R"(<circle cx="200.0" cy="150.0" r="4")"))
        << "100 metres north of the middle";
    EXPECT_THAT(picture, HasSubstr(R"(<rect x="47.0" y="47.0" width="6")")) << "outside, another shape";
    EXPECT_THAT(picture, HasSubstr("200 metres</text>"));
    EXPECT_THAT(picture, HasSubstr(">N</text>"));
}

TEST(ZoneMapPicture, escapes_words_and_has_no_styles) {
    auto const picture = zone_map(around_the_office());
    EXPECT_THAT(picture, HasSubstr("Zone &lt;1&gt;"));
    EXPECT_THAT(picture, HasSubstr("&quot;the office&quot;"));
    EXPECT_THAT(picture, Not(HasSubstr("style=")));
}

TEST(ZoneMapPicture, draws_an_outline_by_its_corners) {
    auto map = around_the_office();
    map.centre.reset();
    map.corners = {{484600, 238400}, {485400, 238400}, {485400, 237600}};
    EXPECT_THAT(zone_map(map), HasSubstr(R"(<polygon points="0.0,0.0 400.0,0.0 400.0,400.0 ")"));
}

TEST(ScaleBar, is_a_round_length_that_fits) {
    EXPECT_EQ(scale_bar_metres(800), 200);
    EXPECT_EQ(scale_bar_metres(150), 50);
    EXPECT_EQ(scale_bar_metres(100'000), 20'000);
}

}  // namespace
}  // namespace doorstep::figures
